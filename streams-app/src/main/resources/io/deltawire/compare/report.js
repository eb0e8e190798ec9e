'use strict';
const report = JSON.parse(document.getElementById('report').textContent);
const byId = id => document.getElementById(id);
const colours = ['var(--a)', 'var(--b)', 'var(--c)', 'var(--d)', 'var(--soft)'];
const number = value => value.toLocaleString('en');

/** An element; what is put in it is text, never HTML. */
function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function figures() {
  const names = part => [...new Set(report.runs.flatMap(run => Object.keys(run[part])))];
  const head = element('tr', {}, element('th', {}, ''));
  for (const run of report.runs) head.append(element('th', {scope: 'col'}, run.name));
  const body = element('tbody');
  const row = (name, cells, best) => {
    const line = element('tr', {}, element('th', {scope: 'row'}, name));
    cells.forEach((cell, i) => line.append(element('td', best === i ? {class: 'best'} : {}, cell)));
    body.append(line);
  };
  row('run', report.runs.map(run => run.runId));
  for (const name of names('config')) row(name, report.runs.map(run => run.config[name] ?? 'default'));
  for (const name of names('scores')) {
    const values = report.runs.map(run => run.scores[name] ?? -1);
    row(name, values.map(value => value < 0 ? '' : value.toFixed(1)), values.indexOf(Math.max(...values)));
  }
  for (const name of names('figures')) row(name, report.runs.map(run => number(run.figures[name] ?? 0)));
  byId('figures').append(element('thead', {}, head), body);
}

/** A line for each run over the spans of time. */
function chart(title, part) {
  const width = 520, height = 200, left = 40, right = 8, top = 8, bottom = 22;
  const most = Math.max(1, ...report.runs.flatMap(run => run[part]));
  const spans = report.times.length;
  const x = i => left + (width - left - right) * (spans < 2 ? 0.5 : i / (spans - 1));
  const y = value => height - bottom - (height - top - bottom) * value / most;
  const drawing = svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title});
  for (const part4 of [0, 0.5, 1]) {
    const value = most * part4;
    drawing.append(svg('line', {class: 'grid', x1: left, x2: width - right, y1: y(value), y2: y(value)}));
    drawing.append(svg('text', {x: left - 6, y: y(value) + 4, 'text-anchor': 'end'}, number(Math.round(value))));
  }
  const day = i => report.times[i].slice(0, 10);
  if (spans > 0) {
    drawing.append(svg('text', {x: left, y: height - 6}, day(0)));
    drawing.append(svg('text', {x: width - right, y: height - 6, 'text-anchor': 'end'}, day(spans - 1)));
  }
  const legend = element('div', {class: 'legend'});
  report.runs.forEach((run, n) => {
    const colour = colours[n % colours.length];
    const points = run[part].map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    drawing.append(svg('polyline', {points, fill: 'none', stroke: colour, 'stroke-width': 2,
      ...(n === 0 ? {} : {'stroke-dasharray': n === 1 ? '6 3' : '2 3'})}));
    legend.append(element('span', {}, element('i', {style: `background:${colour}`}), run.name));
  });
  for (let i = 0; i < spans; i++) {
    const told = report.runs.map(run => `${run.name}: ${number(run[part][i])}`).join('\n');
    drawing.append(svg('rect', {x: x(i) - 4, y: top, width: 8, height: height - top - bottom, fill: 'transparent'},
      svg('title', {}, `from ${report.times[i].slice(0, 16).replace('T', ' ')}\n${told}`)));
  }
  byId('charts').append(element('figure', {}, element('figcaption', {}, title), legend, drawing));
}

function matrix(pair) {
  const {rows, columns, cells} = pair.matrix;
  const first = report.runs[0].name;
  byId('matrix-note').textContent = rows.length === 0
    ? 'No article is in another story.'
    : `Rows: stories of ${first} that most articles left. Columns: where their articles are in ${pair.name}.`;
  const title = story => pair.titles[story] || story;
  const head = element('tr', {}, element('th'));
  for (const column of columns) head.append(element('th', {scope: 'col', title: title(column)}, element('span', {}, title(column))));
  const body = element('tbody');
  const most = Math.max(1, ...cells.flat());
  rows.forEach((row, i) => {
    const line = element('tr', {}, element('th', {scope: 'row', title: title(row)}, title(row)));
    cells[i].forEach((count, j) => line.append(count === 0 ? element('td') : element('td', {
      style: `background:color-mix(in srgb, var(--a) ${Math.round(15 + 55 * count / most)}%, var(--back))`,
      title: `${number(count)} of “${title(row)}” in “${title(columns[j])}”`}, number(count))));
    body.append(line);
  });
  byId('matrix').replaceChildren(element('thead', {}, head), body);
  const moved = byId('moved');
  moved.hidden = pair.moved.length === 0;
  moved.querySelector('summary').textContent = `Articles that moved (${number(pair.moved.length)} shown of ${number(pair.figures['articles moved'])})`;
  const list = element('tbody');
  for (const each of pair.moved) {
    list.append(element('tr', {}, element('td', {}, each.article), element('td', {}, title(each.first)), element('td', {}, title(each.second))));
  }
  moved.querySelector('table').replaceChildren(element('thead', {}, element('tr', {},
    element('th', {}, 'article'), element('th', {}, first), element('th', {}, pair.name))), list);
}

function told(change, second) {
  if (!change) return element('div', {class: 'none'}, 'nothing');
  const values = change.before && change.before !== change.after ? `${change.before} → ${change.after}` : change.after;
  return element('div', {class: second ? 'told second' : 'told'},
    element('b', {}, `${change.type}: ${values}`), element('div', {}, change.sources.join(', ')),
    ...(change.sentence ? [element('q', {}, change.sentence)] : []));
}

let shown = 'differ';

function changes(pair) {
  const first = report.runs[0].name;
  const groups = {
    differ: ['differ', pair.differ.map(each => [each.first, each.second]), 'changes that differ'],
    first: [`only ${first}`, pair.onlyFirst.map(each => [each, null]), 'changes only in the first'],
    second: [`only ${pair.name}`, pair.onlySecond.map(each => [null, each]), 'changes only in the second'],
  };
  byId('tabs').replaceChildren(...Object.entries(groups).map(([key, [name, , figure]]) => {
    const button = element('button', {type: 'button', 'aria-pressed': String(key === shown)}, `${name} (${number(pair.figures[figure])})`);
    button.addEventListener('click', () => { shown = key; changes(pair); });
    return button;
  }));
  const kind = byId('kind').value;
  const find = byId('find').value.toLowerCase();
  const fits = each => (!kind || each.kind === kind)
    && (!find || [each.article, each.subject, each.attribute, each.before, each.after, each.sentence].join('\n').toLowerCase().includes(find));
  const [, all, figure] = groups[shown];
  const list = all.filter(([one, other]) => fits(one ?? other));
  byId('count').textContent = `${number(list.length)} shown of ${number(pair.figures[figure])}`;
  byId('changes').replaceChildren(...list.slice(0, 200).map(([one, other]) => {
    const of = one ?? other;
    return element('article', {class: 'change'},
      element('p', {}, `${of.at.slice(0, 16).replace('T', ' ')} · ${of.article} · ${of.kind} · ${[of.subject, of.attribute].filter(each => each).join(', ')}`),
      told(one, false), told(other, true));
  }));
}

function show(index) {
  const pair = report.pairs[index];
  byId('pair-title').textContent = `${report.runs[0].name} against ${pair.name}`;
  byId('pair-figures').replaceChildren(...Object.entries(pair.figures).map(([name, count]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, number(count)))));
  matrix(pair);
  const kinds = [...new Set([...pair.onlyFirst, ...pair.onlySecond, ...pair.differ.map(each => each.first)].map(each => each.kind))].sort();
  byId('kind').replaceChildren(element('option', {value: ''}, 'all'), ...kinds.map(kind => element('option', {value: kind}, kind)));
  for (const id of ['kind', 'find']) byId(id).oninput = () => changes(pair);
  changes(pair);
}

byId('what').textContent = report.runs.map(run => run.name + (run.runId ? ` (run ${run.runId})` : '')).join(' · ');
figures();
chart('Stories opened', 'opened');
chart('Changes of facts', 'changed');
if (report.pairs.length > 1) {
  const select = element('select', {id: 'pairs'}, ...report.pairs.map((pair, i) => element('option', {value: i}, pair.name)));
  select.addEventListener('input', () => show(Number(select.value)));
  byId('choose').append(element('label', {}, 'Compare with ', select));
}
if (report.pairs.length > 0) show(0); else byId('pair').hidden = true;
