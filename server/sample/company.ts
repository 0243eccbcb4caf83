export const companyName = 'Northwind Sample'

/** People directly in the team; an inner team has its head and whoever works across the teams below. */
export interface SampleTeam {
  path: string[]
  size: number
}

/** The team that is getting into trouble, the one that finds its way, and the one that uses AI so that it is seen. */
export const troubled = 'Reliability'
export const recovered = 'Mobile'
export const showing = 'Checkout'

/** 120 people in 14 teams, of which five are too small to stand alone. Units beside each other differ in size: nothing is left to ties. */
export const northwind: SampleTeam[] = [
  { path: ['Product'], size: 2 },
  { path: ['Product', 'Accounts'], size: 9 },
  { path: ['Product', showing], size: 13 },
  { path: ['Product', 'Design Systems'], size: 5 },
  { path: ['Product', recovered], size: 14 },
  { path: ['Product', 'Search'], size: 10 },
  { path: ['Platform'], size: 3 },
  { path: ['Platform', 'Cloud Runtime'], size: 12 },
  { path: ['Platform', 'Developer Experience'], size: 10 },
  { path: ['Platform', troubled], size: 13 },
  { path: ['Platform', 'Security'], size: 5 },
  { path: ['Data'], size: 2 },
  { path: ['Data', 'Analytics'], size: 8 },
  { path: ['Data', 'Pipelines'], size: 14 },
]
