/* What people work the page with: panels, quiz, colours, keys, and other pages. */

/* ---- Panels and dialogs -------------------------------------------------------- */

const tabs = all("[role=tab]");

function open(name, focused) {
  if (!$(name)) return;
  tabs.forEach((tab) => {
    const chosen = tab.id === "tab-" + name;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = !chosen;
  });
  showStep();
  if (!focused) return;
  $(name).focus({ preventScroll: true });
  $("beside").scrollIntoView({ block: "start" });
}

tabs.forEach((tab, n) => {
  tab.onclick = () => open(tab.getAttribute("aria-controls"));
  tab.onkeydown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -n, End: tabs.length - 1 - n }[event.key];
    if (by === undefined) return;
    const next = tabs[(n + by + tabs.length) % tabs.length];
    open(next.getAttribute("aria-controls"));
    next.focus();
    event.preventDefault();
  };
});

/* Scrolls a panel, and nothing else, so that a row is seen. */
function keepInSight(row) {
  const panel = row.closest("[role=tabpanel]"), box = row.getBoundingClientRect();
  if (panel.hidden) return;
  const room = panel.getBoundingClientRect();
  if (box.top < room.top || box.bottom > room.bottom) panel.scrollTop += box.top - room.top - room.height / 3;
  if (box.left < room.left || box.right > room.right) panel.scrollLeft += box.left - room.left - room.width / 2;
}

function blank(colour) {
  const cover = $("blank"), same = cover.className === colour;
  cover.hidden = !colour || (!cover.hidden && same);
  cover.className = colour;
}

/* ---- The quiz: an answer is tried at once, and its reason is shown --------------- */

const questions = all("[data-question]");
let asked = 0, answers = [];

function ask(number) {
  asked = Math.max(0, Math.min(questions.length - 1, number));
  questions.forEach((one, n) => { one.hidden = n !== asked; });
  $("question-before").disabled = asked === 0;
  $("question-after").disabled = asked === questions.length - 1;
}

/* How many right ones are found; where an order is asked for, those in their place. */
function found({ rights, ordered }, tries) {
  const right = [];
  for (const one of tries)
    if (ordered ? rights[right.length] === one : rights.includes(one) && !right.includes(one)) right.push(one);
  return right;
}

function choose(option) {
  const quiz = page.quiz[asked], answer = answers[asked];
  if (answer.done || !(option >= 0) || found(quiz, answer.tries).includes(option)) return;
  if (option >= all(".option", questions[asked]).length) return;
  answer.tries.push(option);
  answer.done = found(quiz, answer.tries).length >= quiz.needed;
  answer.right = answer.done;
  announce(mark(option));
}

function reveal() {
  if (!answers[asked].done) Object.assign(answers[asked], { done: true, shown: true });
  page.quiz[asked].rights.forEach((one) => announce(mark(one)));
}

/* Shows how a question stands; returns what is said of an option. */
function mark(option) {
  const quiz = page.quiz[asked], answer = answers[asked], right = found(quiz, answer.tries);
  let heard = "";
  all("li", questions[asked]).forEach((row, n) => {
    const [button, verdict] = row.children, good = right.includes(n) || answer.shown && quiz.rights.includes(n);
    const soon = quiz.ordered && quiz.rights.includes(n) && !good;
    const bad = !good && answer.tries.includes(n) && (!soon || answer.tries.at(-1) === n);
    button.classList.toggle("right", Boolean(good));
    button.classList.toggle("wrong", bad);
    button.setAttribute("aria-disabled", Boolean(answer.done || good || bad && !soon));
    verdict.hidden = !good && !bad;
    const values = { n: quiz.needed > 1 ? right.indexOf(n) + 1 : answer.tries.length, count: quiz.needed };
    const name = !good ? soon ? "not-yet" : "wrong"
      : !right.includes(n) ? "the-answer" : quiz.needed < 2 ? "right" : quiz.ordered ? "order-part" : "right-part";
    verdict.firstElementChild.textContent = fill(said[name], values) + ".";
    if (n === option) heard = verdict.textContent;
  });
  $("score").textContent = fill(said.score, { n: 0, right: answers.filter((one) => one.right).length, count: questions.length });
  return heard;
}

function startQuiz() {
  answers = questions.map(() => ({ tries: [] }));
  for (asked = 0; asked < questions.length; asked++) mark();
  all(".hint").forEach((hint) => { hint.hidden = true; });
  ask(0);
}

function hint() {
  const hint = questions[asked].querySelector(".hint");
  if (!hint) return;
  hint.hidden = false;
  announce(hint.textContent);
}

function showProof() {
  const { step, whatIf } = page.quiz[asked];
  if (step < 0) return;
  turn(whatIf);
  go(step, { atOnce: true });
  stage.scrollIntoView({ block: "nearest" });
}

if (questions.length) {
  const foot = document.createElement("p");
  foot.className = "links";
  for (const [id, words, does] of [
    ["question-before", "previous-question", () => ask(asked - 1)],
    ["question-after", "next-question", () => ask(asked + 1)],
    ["question-again", "again", startQuiz],
  ]) {
    const button = Object.assign(document.createElement("button"), { id, type: "button", textContent: said[words], onclick: does });
    foot.append(button);
  }
  const score = Object.assign(document.createElement("p"), { id: "score" });
  $("quiz").firstElementChild.nextElementSibling.append(foot, score);
  questions.forEach((one) => all(".option", one).forEach((button, n) => { button.onclick = () => choose(n); }));
  all("[data-quiz]").forEach((button) => {
    button.onclick = { hint, reveal, "show-me": showProof }[button.dataset.quiz];
    if (button.dataset.quiz === "show-me") button.hidden = page.quiz[questions.indexOf(button.closest("section"))].step < 0;
  });
  $("quiz").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !$("letters").checked) return;
    const key = event.key.toLowerCase(), option = "abcdef".indexOf(key);
    if (option >= 0) choose(option);
    else if (key >= "1" && key <= "6") choose(key - 1);
    else if (key === "h") hint();
    else if (key === "r") startQuiz();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  startQuiz();
}

/* ---- Buttons, colours, speed ------------------------------------------------------ */

function list(select, pairs, chosen, does) {
  for (const [value, words] of pairs) select.append(new Option(words, value, false, value === chosen));
  select.onchange = () => does(select.value);
}

list($("theme"), said.themes.split(",").map((words, n) => [["", "light", "dark"][n], words]), "", (theme) => {
  document.documentElement.dataset.theme = theme;
  draw();
});
const speeds = ["0.25", "0.5", "0.75", "1", "1.25", "1.5", "2"];
list($("speed"), speeds.map((one) => [one, one + "×"]), "1", (speed) => { at.speed = +speed; });

function faster(by) {
  const n = Math.max(0, Math.min(speeds.length - 1, speeds.indexOf($("speed").value) + by));
  $("speed").value = speeds[n];
  at.speed = +speeds[n];
}

const isStep = (n) => Number.isInteger(n) && n >= 0 && n <= end;
const clicks = {
  first: () => go(0, { atOnce: true }), previous: () => step(-1), play: () => play(!at.playing),
  next: () => step(1), last: toLast, back: () => turn(""), blank: () => blank(""),
  "to-keys": () => $("keys").showModal(), "to-embed": () => $("embed").showModal(),
  go: () => { if ($("number").value !== "" && isStep(+$("number").value)) go(+$("number").value, { atOnce: true }); },
};
for (const [id, does] of Object.entries(clicks)) $(id).addEventListener("click", does);
document.addEventListener("click", ({ target, detail }) => {
  // Who clicks by pointer goes on by the keys of the stage; who pressed a key stays at the button.
  if (detail && target.closest("#controls button, #rail, #turned")) stage.focus({ preventScroll: true });
  const { go: step, whatIf, turn: what, open: panel } = target.closest("button")?.dataset || {};
  if (step) { turn(whatIf || ""); go(+step, { atOnce: true }); }
  if (what !== undefined) turn(what);
  if (panel) open(panel, true);
});

/* ---- The line of steps, and the room there is -------------------------------------- */

const ROOM = 34, MOST = 20; // pixels of a dot with what is between; dots
let every = 0;

/* A dot for each step; where they have no room for the start, the last, and some between. */
function setDots() {
  const rail = $("rail"), needed = Math.max(1, Math.ceil(end / MOST), Math.ceil(ROOM * end / Math.max(ROOM, rail.clientWidth - 32)));
  if (needed === every) return;
  every = needed;
  if (rail.contains(document.activeElement)) stage.focus({ preventScroll: true });
  rail.replaceChildren();
  for (let n = 0; n <= end; n++) {
    if (n % every && n !== end || n !== end && n && end - n < every) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: n, value: n });
    button.setAttribute("aria-label", fill(said["step-n"], { n }));
    button.onclick = () => go(n, { atOnce: true });
    const item = document.createElement("li");
    item.style.setProperty("--at", n / end);
    item.append(button);
    rail.append(item);
  }
  markDots();
  showStep();
}

function markDots() {
  all("#rail button").forEach((button) => {
    for (const sign of ["fails", "differs"]) button.classList.toggle(sign, told().moments[button.value].sign === sign);
  });
}

/* In a low window the words stand beside the stage. */
function besideWords() {
  return $("told").offsetLeft > $("scene").offsetLeft;
}

/* How high the picture can be with header, words and controls in sight. */
function roomLeft() {
  const head = document.querySelector("header").offsetHeight;
  document.documentElement.style.setProperty("--head", `${head}px`);
  return innerHeight - head - $("turned").offsetHeight - (besideWords() ? 14 : $("told").offsetHeight + 20);
}

$("place").max = end * 1000;
$("place").addEventListener("input", ({ target }) => { scrubbing = true; scrub(target.value / 1000); });
$("place").addEventListener("change", () => { scrubbing = false; at.target = at.position; at.target = Math.ceil(at.position - 1e-9); });
if (!$("what-ifs")) $("to-what-ifs").hidden = true;
if (!questions.length) $("to-quiz").hidden = true;

/* ---- Keys: the program's ---------------------------------------------------------- */

const keys = {
  ArrowRight: () => step(1), ArrowDown: () => step(1), Enter: () => at.typed ? typed() : step(1), " ": () => step(1), n: () => step(1),
  ArrowLeft: () => step(-1), ArrowUp: () => step(-1), Backspace: () => step(-1), "Shift+ ": () => step(-1), p: () => step(-1),
  Home: clicks.first, End: toLast, "Shift+ArrowRight": () => toMoment(1), "Shift+ArrowLeft": () => toMoment(-1),
  g: () => $("go-to").showModal(), k: clicks.play, m: () => halt(!at.still), r: replay, "Shift+R": backAndForth,
  "Shift+L": () => { at.looping = !at.looping; if (at.looping) replay(); },
  "Ctrl+ArrowLeft": () => scrub(at.position - 0.1), "Ctrl+ArrowRight": () => scrub(at.position + 0.1),
  "Ctrl+ArrowDown": () => faster(-1), "Ctrl+ArrowUp": () => faster(1),
  q: () => open("quiz", true), i: () => open("moments", true), c: () => $("told").classList.toggle("quiet"),
  f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  b: () => blank("black"), ".": () => blank("black"), w: () => blank("white"), ",": () => blank("white"), "?": clicks["to-keys"],
};
const anywhere = {
  PageDown: () => step(1), PageUp: () => step(-1), "Alt+k": clicks.play, "Alt+m": keys.m, "Ctrl+i": () => open("what-ifs", true),
  "Alt+r": clicks.back, "Alt+s": () => announce(moment().say), F1: clicks["to-keys"],
  Escape: () => { if (!$("blank").hidden) blank(""); else stage.focus(); },
};

const slides = { ArrowRight: 0.1, ArrowUp: 0.1, ArrowLeft: -0.1, ArrowDown: -0.1 }; // steps, by a key of the slider

function typed() {
  if (isStep(+at.typed)) go(+at.typed, { atOnce: true });
  at.typed = "";
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.metaKey || document.querySelector("dialog[open]")) return;
  if (event.target === $("place") && event.key in slides && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    return scrub(at.position + slides[event.key]);
  }
  const name = (event.ctrlKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "");
  const long = event.key.length > 1 || event.key === " " || /[A-Z]/.test(event.key);
  const key = name + (event.shiftKey && long ? "Shift+" : "") + (event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key);
  const atPlace = event.target === $("place") && !/^(Arrow|Home|End)/.test(event.key); // these are the slider's
  const atStage = atPlace || event.target === document.body || stage.contains(event.target) && event.target.tagName !== "BUTTON";
  const sign = event.key.length === 1 && event.key !== " " && !name;
  if (atStage && sign && !$("letters").checked) return;
  if (atStage && sign && /[0-9]/.test(event.key)) { at.typed += event.key; return; }
  const does = anywhere[key] || atStage && keys[key];
  if (!does || event.repeat && !key.includes("Ctrl")) return;
  event.preventDefault();
  does();
  if (key !== "Enter") at.typed = "";
});

/* ---- Other pages, and the beginning ------------------------------------------------ */

addEventListener("message", ({ source, data }) => {
  if (source === window || source !== parent || !data || data.type !== "sidecar-viz") return;
  const { whatIf, step } = data; // what is not there is not gone to, not even in part
  if (whatIf != null && !page.told.some((one) => one.id === whatIf) || step != null && !isStep(step)) return;
  if (whatIf != null) turn(whatIf);
  if (step != null) go(step);
});
let file = location.pathname.split("/").pop();
try { file = encodeURIComponent(decodeURIComponent(file)); } catch { /* no UTF-8: as it stands there */ }
if (file) $("iframe").firstElementChild.textContent = $("iframe").textContent.replace(/"[^"?]*/, () => '"' + file.replaceAll("&", "&amp;"));
calm.addEventListener("change", () => halt(calm.matches));
dark.addEventListener("change", draw);
new ResizeObserver(fit).observe(stage);
new ResizeObserver(setDots).observe($("rail"));
addEventListener("resize", fit);
(function watchPixels() {
  const now = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  now.addEventListener("change", () => { fit(); watchPixels(); }, { once: true });
})();

const wanted = new URLSearchParams(location.search);
const [begin, ended, whatIf, inDark] = page.begins;
at.target = at.position = Math.max(0, Math.min(end, parseInt(wanted.get("step") ?? begin, 10) || 0));
setDots();
open(tabs[0]?.getAttribute("aria-controls"));
turn(wanted.get("what-if") ?? whatIf);
markTurn();
at.ended = ended && canEnd() && !wanted.has("step");
if (inDark) document.documentElement.dataset.theme = $("theme").value = "dark";
fit();
arrived();
if (parent === window) stage.focus({ preventScroll: true });
document.documentElement.dataset.ready = "";
