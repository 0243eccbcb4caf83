/** Until the answering app has been loaded. */
export const answerPage = {
  title: 'Team pulse',
  loading: 'One moment: the survey is being opened.',
  stuck: 'If nothing else appears here, reload the page, or open your link in a current browser.',
  noScript:
    'Your answers are sealed on your own device, and that takes JavaScript. Please allow it for this page, or open your link in another browser.',
}
