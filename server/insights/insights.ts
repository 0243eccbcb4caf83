export { chosenGroup, groupsFor, type Group } from './groups.ts'
export { aboveOf, besideOf, groupAbove, type Above } from './around.ts'
export { overviewOf, type Overview } from './overview.ts'
export { heatmapOf, type Heatmap } from './heatmap.ts'
export { changesIn, type Change } from './changes.ts'
export { seriesOf, shareOf, type Series } from './series.ts'
export { isHelp, usesOf, workShares, type WorkShare } from './sentences.ts'
export { gapsOf } from './gaps.ts'
export { agreementsOf, linesDue, publishAgreement, suggestedColour, type Agreement } from './agreement.ts'
export { acknowledge } from './acknowledgements.ts'
export { signalAnnouncement } from './announcements.ts'
export {
  addAnnotation,
  annotationById,
  changeAnnotation,
  mayAnnotate,
  removeAnnotation,
  type Annotation,
} from './annotations.ts'
