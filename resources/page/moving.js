/* How we move through a lesson: steps, scrubbing, playing by itself, what-ifs. */

let last = 0, ticking = false;

function tick(now) {
  const passed = Math.max(0, Math.min(0.1, (now - last) / 1000)); // it may be from before the key
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
  const run = page.told.findIndex((one) => one.id === id);
  if (run < 0 || run === at.run) return;
  at.run = run;
  at.ended = false;
  at.position = at.target;
  const { title, table, tracker, transcript } = told();
  for (const [name, html] of Object.entries({ table, tracker, transcript }))
    if ($(name)) $(name).querySelector(".body").innerHTML = html;
  $("turned").hidden = !run;
  $("turned").querySelector("b").textContent = title;
  markTurn();
  markDots();
  fit();
  arrived();
  announce(`${run ? title : said["turned-off"]} ${moment().say}`);
  draw();
}
