// Beside Sortable, with which it is loaded: topics change places where they stand, dragged or by their buttons.
const topics = document.getElementById('topics')

if (topics) {
  Sortable.create(topics, {
    handle: '.grip',
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    onEnd: ({ item }) => tellPlaces(item),
  })
  topics.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-step]')
    if (!button) return
    event.preventDefault()
    const topic = button.closest('.topic-choice')
    // The neighbour is moved, so that the button keeps the focus.
    const [above, below] = [topic.previousElementSibling, topic.nextElementSibling]
    if (button.dataset.step === 'up' && above) topic.after(above)
    if (button.dataset.step === 'down' && below) topic.before(below)
    tellPlaces(topic)
  })
}

function tellPlaces(moved) {
  const all = [...topics.children]
  for (const [place, topic] of all.entries()) {
    topic.querySelector('[data-step=up]').setAttribute('aria-disabled', place === 0)
    topic.querySelector('[data-step=down]').setAttribute('aria-disabled', place === all.length - 1)
  }
  const line = moved.querySelector('textarea').value
  document.getElementById('moved').textContent = topics.dataset.moved
    .replace('{place}', () => all.indexOf(moved) + 1)
    .replace('{topic}', () => line)
}
