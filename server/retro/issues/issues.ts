export { areTrackersDue, askTracker, followTrackers } from './following.ts'
export { makeIssue } from './making.ts'
export { removeTracker, setTracker, trackerOf, tryTracker } from './trackers.ts'
