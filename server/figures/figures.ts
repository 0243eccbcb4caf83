export { adoptionOf, deliveryOf, figureSources } from './shown.ts'
export type { Adoption, Delivery, FigureSource, Months } from './shown.ts'
export { adoptionBands } from './adoption-bands.ts'
export { finalFrom } from './final.ts'
export { lateFigures } from './late.ts'
export { readyMade, type Measure } from './measures.ts'
export { registerOf } from './register.ts'
export {
  applyFigures,
  dropImport,
  dropOldFigureImports,
  figuresImportById,
  figuresProgress,
  importFigures,
  ownProgress,
} from './importing.ts'
export type { FiguresImport } from './importing.ts'
export type { Part } from './taking.ts'
export type { FiguresProgress } from './arriving.ts'
export { removeFigures, type FigureMonth } from './saving.ts'
export { connectorLetter } from './connectors/letters.ts'
export { allConnectors, isTokenReadable } from './connectors/keeping.ts'
export { failingConnectors } from './connectors/failing.ts'
export { areConnectorsDue, visitVendors } from './connectors/visiting.ts'
