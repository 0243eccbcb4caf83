/** Levels of adoption, lowest first, each a band by itself. */
export const adoptionBands = ['inactive', 'active']
