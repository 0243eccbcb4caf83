import type { Sum } from '../publishing/publishing.ts'
import type { Reads } from '../storage/index.ts'
export interface AdoptionFigure {
  month: string
  source: string
  sum: Sum
  pooledAs: string | null
}
export interface DeliveryFigure {
  month: string
  source: string
  measure: string
  value: number
  standsFor: number | null
}
export const adoptionOf = async (_read: Reads, _group: string | null): Promise<AdoptionFigure[]> => []
export const deliveryOf = async (_read: Reads, _group: string | null): Promise<DeliveryFigure[]> => []
export const measures = [{ id: 'change-lead-time', label: 'Change lead time', unit: 'h' }]
