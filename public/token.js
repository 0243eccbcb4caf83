// The set-up link carries its token behind the #, which no server and no proxy is sent; this moves it into the form.
function takeToken() {
  const token = location.hash.slice(1)
  if (!token) return
  document.getElementById('token').value = token
  history.replaceState(null, '', location.pathname)
}
takeToken()
// A link to a page that is open already does not load it again.
addEventListener('hashchange', takeToken)
// The browser knows the zone of the person in front of it; the server can only guess.
const zone = document.getElementById('timeZone')
const here = Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone?.value === 'UTC' && [...zone.options].some((option) => option.value === here)) zone.value = here
