// The receipt stays on this device: the list of all receipts comes here, and is searched here.
const form = document.getElementById('receipt-check')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void lookUp()
})

async function lookUp() {
  const status = form.querySelector('[role=status]')
  const receipt = form.elements.receipt.value.toLowerCase().replace(/[^0-9a-f]/g, '')
  if (receipt.length !== 64) {
    status.textContent = status.dataset.malformed
    return
  }
  const response = await fetch(form.dataset.receipts, { credentials: 'omit' })
  const { receipts } = await response.json()
  status.textContent = receipts.includes(receipt) ? status.dataset.yes : status.dataset.no
}
