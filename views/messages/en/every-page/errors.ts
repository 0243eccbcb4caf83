export const errors = {
  internal: {
    title: 'Something went wrong on our side',
    text: 'It was noted without any of your data, and nothing was half done. Please try again; what you typed is still in the form if you go back.',
  },
  reference: (status: number, id: string) =>
    `${status}. The people who run this installation find it in their log by this number: ${id}`,
  home: 'To the start page',
}
