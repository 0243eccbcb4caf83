import { Chance } from './chance.ts'

const first =
  `Aaliyah Adaeze Alejandro Amara Andrea Anika Arjun Astrid Beatriz Bilal Camille Carlos Chidi Chloe Daniela
Dario Deepa Dmitri Elena Emeka Emre Esther Fatima Felix Freya Gabriel Grace Haruto Helena Hugo Ibrahim Ines Isaac
Ivana Jakob Jasmin Jin Johanna Jonas Julia Kavya Keiko Kofi Lars Laura Leila Leon Linh Lucia Magnus Maja Marcus Mei
Mikael Milan Miriam Nadia Naomi Nikhil Noor Oliver Omar Paula Pavel Petra Priya Rafael Rania Robin Rosa Sam Sana
Sara Sofia Stefan Tariq Teresa Theo Thomas Tove Valentina Viktor Wei Yara Yusuf Zofia`.split(/\s+/)

const last =
  `Abbas Adeyemi Almeida Andersen Bakker Banerjee Bauer Becker Bianchi Blom Boateng Castro Chaudhry Chen Conti
Costa Dahl Demir Diallo Dubois Eriksen Farah Fischer Flores Fontaine Gallo Garcia Ghosh Haddad Hansen Herrera Hoang
Horvat Ito Iyer Jansen Kamau Kaplan Kaur Keller Khan Kim Klein Kowalski Kruger Lam Lange Larsen Lindgren Lopez Marin
Martins Mensah Meyer Moreau Murphy Nakamura Ndiaye Nguyen Novak Nowak Okafor Okoye Olsen Ortega Osei Park Patel Petrov
Popescu Rahman Ramos Reyes Ricci Romero Rossi Sato Schmidt Shah Silva Simon Singh Suzuki Tanaka Tran Varga Virtanen
Wagner Walsh Weber Wolf Yamamoto Yilmaz Zhang`.split(/\s+/)

/** Names nobody shares, the same for the same seed. */
export function names(seed: number, count: number): string[] {
  const firsts = new Chance(seed, 'first names').shuffled(first)
  const lasts = new Chance(seed, 'last names').shuffled(last)
  // 86 and 94 have only the factor 2 in common: going round side by side they make 4,042 different pairs.
  return Array.from({ length: count }, (_, n) => `${firsts[n % firsts.length]} ${lasts[n % lasts.length]}`)
}
