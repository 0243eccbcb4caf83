export const actions = {
  save: 'Save',
  cancel: 'Back',
  edit: 'Edit',
  remove: 'Remove',
  search: 'Search',
  add: 'Add',
  moveUp: 'Move up',
  moveDown: 'Move down',
}
