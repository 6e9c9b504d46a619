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
  const wide = stage.clientWidth, upright = innerHeight > innerWidth, free = matchMedia("(min-width: 1000px) and (min-height: 560px)").matches;
  shown.film = !free && wide < 760 && upright ? 1 : 0;
  const [across, down] = films[shown.film].size;
  const most = free ? stage.clientHeight : upright ? Math.max(240, innerHeight * 0.62) : Math.max(180, roomLeft());
  const scale = Math.min(wide / across, most / down);
  picture.style.width = `${across * scale}px`;
  picture.style.height = `${down * scale}px`;
  picture.width = Math.round(across * scale * devicePixelRatio);
  picture.height = Math.round(down * scale * devicePixelRatio);
  document.documentElement.style.scrollPaddingTop = free || besideWords() ? "" : `${$("scene").offsetHeight + 6}px`;
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

/* Tells screen readers, once for each step, and the page around us. */
function announce(words) {
  $("said").textContent = "";
  requestAnimationFrame(() => { $("said").textContent = words; });
}

function arrived() {
  $("words").scrollTop = 0;
  showStep();
  announce(moment().say);
  if (parent === window) return;
  const { lesson } = page;
  parent.postMessage({ type: "sidecar-viz", lesson, step: at.target, steps: end, whatIf: told().id, ended: at.ended }, "*");
}
