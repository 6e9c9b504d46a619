/* Plays a lesson: where we are in it, how we move, and what is shown and told there.
   Everything is in the page; nothing is loaded. */

const $ = (id) => document.getElementById(id);
const all = (what, within = document) => [...within.querySelectorAll(what)];
const fill = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name]);

/* ---- What the page holds ---------------------------------------------------- */

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

const page = await unpacked($("content").textContent);
const said = page.said;
await Promise.all(["400", "500", "600", "700"].map((w) => document.fonts.load(w + ' 16px "Sidecar Sans"'))
  .concat(["500", "700"].map((w) => document.fonts.load(w + ' 16px "Sidecar Mono"'))));

const films = page.films.map((film) => new Film(film));

/* ---- Where we are -------------------------------------------------------------- */

const end = page.end;
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const at = {
  run: 0, position: 0, target: 0, ended: false, playing: false, looping: false,
  still: calm.matches, speed: 1, typed: "", after: null, wait: 0,
};

const told = () => page.told[at.run];
const moment = () => told().moments[at.ended ? end + 1 : at.target];
const canEnd = () => told().moments.length > end + 1;
const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : dark.matches;
};

function frameNow(film) {
  const run = film.runs[at.run];
  if (at.ended && run.ending >= 0) return run.ending;
  const step = Math.ceil(at.position - 1e-9);
  if (!step) return run.start;
  const move = run.moves[step - 1], part = at.position - (step - 1);
  const number = Math.round(part * move.length);
  if (number > 0) return move[number - 1];
  return step > 1 ? run.moves[step - 2].at(-1) : run.start;
}

/* ---- Showing ------------------------------------------------------------------- */

const stage = $("stage"), picture = $("picture");
let drawn = "";

function draw() {
  const film = films[shown.film];
  const place = at.ended ? end : at.position;
  $("place").value = Math.round(place * 1000);
  $("place").style.setProperty("--way", `${100 * place / end}%`);
  const key = [shown.film, frameNow(film), picture.width, isDark()].join();
  if (key === drawn) return;
  drawn = key;
  film.draw(picture, frameNow(film), picture.width / film.size[0], isDark());
}

/* Makes the picture as large as it fits; an upright window has a picture of its own. */
const shown = { film: 0 };
function fit() {
  leaveRoom();
  const wide = stage.clientWidth, free = matchMedia("(min-width: 1000px) and (min-height: 560px)").matches;
  shown.film = !free && wide < 760 && innerHeight > innerWidth ? 1 : 0;
  const [across, down] = films[shown.film].size;
  const most = free ? stage.clientHeight : Math.max(240, innerHeight * (innerHeight > innerWidth ? 0.62 : 0.86));
  const scale = Math.min(wide / across, most / down);
  picture.style.width = `${across * scale}px`;
  picture.style.height = `${down * scale}px`;
  picture.width = Math.round(across * scale * devicePixelRatio);
  picture.height = Math.round(down * scale * devicePixelRatio);
  document.documentElement.style.scrollPaddingTop = free ? "" : `${$("scene").offsetHeight + 6}px`;
  drawn = "";
  draw();
}

function tell(html, where) {
  if ($(where).innerHTML !== html) $(where).innerHTML = html;
}

function tellWords(now) {
  const number = now.number === null ? "" : `<b>${fill(said["step-n"], { n: now.number })}</b>`;
  tell(number + now.title, "step");
  tell(now.caption, "caption");
  tell(now.reality, "reality");
  const asked = now.moments.length ? document.querySelector(`[data-moment="${now.moments[0]}"] h3`) : null;
  $("moment").firstElementChild.hidden = !asked;
  $("moment").firstElementChild.textContent = asked ? fill(said.moment, { question: asked.textContent }) : "";
}

/* Leaves as much room as the longest words of the course need: nothing jumps. */
function leaveRoom() {
  const words = $("words");
  words.style.minHeight = "";
  const most = Math.max(...told().moments.map((one) => (tellWords(one), words.offsetHeight)));
  words.style.minHeight = `${most}px`;
  tellWords(moment());
}

/* Shows all that is told of the step that we are at, or on the way to. */
function showStep() {
  const now = moment(), step = at.target;
  tellWords(now);
  picture.setAttribute("aria-label", `${now.name}. ${now.describe}`);
  all("#rail button").forEach((button) => {
    const n = +button.value;
    button.classList.toggle("past", n < step);
    n === step ? button.setAttribute("aria-current", "step") : button.removeAttribute("aria-current");
  });
  all("#table tbody tr").forEach((row) => {
    const { step: first, last } = row.dataset;
    row.classList.toggle("now", step >= first && step <= last);
    row.classList.toggle("past", last < step);
    step >= first && step <= last ? row.setAttribute("aria-current", "step") : row.removeAttribute("aria-current");
  });
  const columns = all("#tracker th[data-after]").map((one) => +one.dataset.after);
  const latest = Math.max(...columns.filter((one) => one <= step));
  all("#tracker [data-after]").forEach((cell) => {
    cell.classList.toggle("now", +cell.dataset.after === latest);
    cell.classList.toggle("past", cell.dataset.after < latest);
  });
  all("[data-box]").forEach((box) => {
    const id = box.dataset.box, lit = now.lit.includes(id), past = now.past.includes(id);
    box.classList.toggle("now", lit);
    box.classList.toggle("past", past);
    box.classList.toggle("fails", told().fails.includes(id));
    const time = box.querySelector(".time");
    if (!time) return;
    const word = told().fails.includes(id) ? said.struck : lit ? said.lit : past ? said.past : "";
    time.textContent = word && `, ${word}`;
  });
  const lines = new Set(now.lines.map((line) => line.join(":")));
  all("[data-line]").forEach((line) => line.classList.toggle("now", lines.has(line.dataset.line)));
  all("[data-moment]").forEach((one) => one.classList.toggle("lit", now.moments.includes(+one.dataset.moment)));
  for (const lit of all("#table tr.now, #sample .line.now, #tracker thead .now").filter((one) => !one.previousElementSibling?.classList.contains("now")))
    keepInSight(lit);
  const title = { n: step, count: end, title: now.name };
  $("place").setAttribute("aria-valuetext",
    fill(said[at.ended ? "lesson-end" : step ? "step-of" : "start-of"], title));
}

/* Scrolls a panel, and nothing else, so that a row is seen. */
function keepInSight(row) {
  const panel = row.closest("[role=tabpanel]"), box = row.getBoundingClientRect();
  if (panel.hidden) return;
  const room = panel.getBoundingClientRect();
  if (box.top < room.top || box.bottom > room.bottom) panel.scrollTop += box.top - room.top - room.height / 3;
  if (box.left < room.left || box.right > room.right) panel.scrollLeft += box.left - room.left - room.width / 2;
}

/* Tells screen readers, once for each step, and the page around us. */
function announce(words) {
  $("said").textContent = "";
  requestAnimationFrame(() => { $("said").textContent = words; });
}

function arrived() {
  showStep();
  announce(moment().say);
  if (parent === window) return;
  const { lesson } = page;
  parent.postMessage({ type: "sidecar-viz", lesson, step: at.target, steps: end, whatIf: told().id || null, ended: at.ended }, "*");
}

/* ---- Moving -------------------------------------------------------------------- */

let last = 0, ticking = false;

function tick(now) {
  const passed = Math.min(0.1, (now - last) / 1000);
  last = now;
  const way = at.target - at.position;
  if (way && !scrubbing) {
    const step = way > 0 ? Math.floor(at.position + 1e-9) + 1 : Math.ceil(at.position - 1e-9);
    const by = passed * at.speed / page.told[0].moments[step].seconds;
    at.position = Math.abs(way) <= by ? at.target : at.position + Math.sign(way) * by;
    if (at.position === at.target) settle();
  } else if (at.wait > 0 && (at.wait -= passed * at.speed) <= 0) {
    goOn();
  }
  draw();
  ticking = at.position !== at.target && !scrubbing || at.wait > 0;
  if (ticking) requestAnimationFrame(tick);
}

function run() {
  if (ticking) return;
  ticking = true;
  last = performance.now();
  requestAnimationFrame(tick);
}

/* What comes after a move: its second half, the same again, or the next step. */
function settle() {
  const after = at.after;
  at.after = null;
  if (after) after();
  else if (at.looping) at.wait = 1;
  else if (at.playing) at.wait = moment().read;
}

function goOn() {
  at.wait = 0;
  if (at.looping) replay();
  else if (at.playing && !step(1)) play(false);
}

/* Heads for a step; with *at once* or without motion, is there. */
function go(target, { atOnce = false, ended = false } = {}) {
  const before = [at.target, at.ended].join();
  at.target = Math.max(0, Math.min(end, target));
  at.ended = ended && canEnd();
  at.after = null;
  at.wait = 0;
  if (atOnce || at.still) at.position = at.target;
  if (before !== [at.target, at.ended].join()) arrived();
  else showStep();
  if (at.position === at.target) settle();
  draw();
  run();
}

/* One step on or back; in mid-move, the move is finished. False at the end. */
function step(by) {
  if (!$("blank").hidden) { blank(""); return true; }
  if (at.position !== at.target) {
    at.position = at.target;
    settle();
    draw();
    return true;
  }
  if (by > 0 && at.target === end && canEnd() && !at.ended) go(end, { ended: true });
  else if (by < 0 && at.ended) go(end);
  else if (at.target + by < 0 || at.target + by > end) return false;
  else go(at.target + by);
  return true;
}

function toLast() {
  const whole = at.target === end && !at.ended;
  go(end, { atOnce: true, ended: whole });
}

function toMoment(by) {
  const moments = told().moments;
  for (let n = at.target + by; n >= 1 && n <= end; n += by)
    if (moments[n].moments.length) return go(n, { atOnce: true });
}

function replay() {
  if (!at.target) return;
  at.ended = false;
  at.position = at.still ? at.target : at.target - 1;
  if (at.still) settle();
  drawn = "";
  showStep();
  run();
}

function backAndForth() {
  const goal = at.target;
  if (!goal || at.still) return;
  at.position = goal;
  go(goal - 1);
  at.after = () => go(goal);
}

function play(on) {
  at.playing = on;
  at.looping = false;
  document.body.classList.toggle("playing", on);
  $("play").setAttribute("aria-label", said[on ? "pause" : "play"]);
  at.wait = 0;
  if (on && at.position === at.target && !step(1)) go(0, { atOnce: true });
  run();
}

function scrub(position) {
  at.position = Math.max(0, Math.min(end, position));
  const target = Math.ceil(at.position - 1e-9);
  at.after = null;
  at.wait = 0;
  if (target !== at.target || at.ended) {
    at.target = target;
    at.ended = false;
    arrived();
  }
  draw();
}

let scrubbing = false;

function halt(on) {
  at.still = on;
  if (on && at.position !== at.target) { at.position = at.target; settle(); draw(); }
}

function markTurn() {
  all("[data-turn]").forEach((one) => one.setAttribute("aria-pressed", one.dataset.turn === told().id));
}

function turn(id) {
  const run = Math.max(0, page.told.findIndex((one) => one.id === id));
  if (run === at.run) return;
  at.run = run;
  at.ended = false;
  at.position = at.target;
  const { title, table, tracker, transcript } = told();
  for (const [name, html] of Object.entries({ table, tracker, transcript }))
    if ($(name)) $(name).querySelector(".body").innerHTML = html;
  $("turned").hidden = !run;
  $("turned").querySelector("b").textContent = title;
  markTurn();
  all("#rail button").forEach((button) => {
    for (const sign of ["fails", "differs"]) button.classList.toggle(sign, told().moments[button.value].sign === sign);
  });
  fit();
  arrived();
  announce(`${run ? title : said["turned-off"]} ${moment().say}`);
  draw();
}
