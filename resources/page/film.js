/* Draws the frames of a lesson: a table of drawing operations, and frames as what
   differs from one to the next. */

/* Every frame's pieces, from the differences. */
function framesOf(film) {
  let pieces = [];
  return film.frames.map((change) => {
    if (change[0] === -1) {
      const tail = pieces.slice(pieces.length - change[2]);
      pieces = [...pieces.slice(0, change[1]), ...change.slice(3), ...tail];
    } else {
      pieces = pieces.slice();
      for (let at = 0; at < change.length; at += 2) pieces[change[at]] = change[at + 1];
    }
    return pieces;
  });
}

/* ---- The stage: draws one frame ---------------------------------------------- */

class Film {
  constructor(film) {
    Object.assign(this, film);
    this.frames = framesOf(film);
    this.camera = new Map(film.cameras.map(([frame, ...camera]) => [frame, camera]));
    this.paths = new Map();
    this.kept = new Map();
  }

  /* A path that was drawn before is not read again. */
  path(text) {
    if (!this.paths.has(text)) this.paths.set(text, new Path2D(text));
    return this.paths.get(text);
  }

  /* Draws a frame; *scale* is how many device pixels a pixel of the stage has. */
  draw(canvas, frame, scale, dark) {
    if (this.scale !== scale || this.dark !== dark) this.kept.clear();
    Object.assign(this, { scale, dark });
    const [factor, x, y] = this.camera.get(frame) || [this.factor, 0, 0];
    this.near = factor / this.factor;
    this.left = x * scale / this.units;
    this.top = y * scale / this.units;
    this.stack = [];
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, canvas.width, canvas.height);
    this.clip = 0;
    for (const piece of this.frames[frame]) for (const op of this.pieces[piece]) this.one(op);
    this.unclip();
  }

  /* Counts from a place of the stage on; *unit* is how many of its pixels one is. */
  place(x, y, unit) {
    const zoom = this.scale * this.near, u = zoom / this.units;
    this.context.setTransform(zoom * unit, 0, 0, zoom * unit, this.left + x * u, this.top + y * u);
  }

  unclip() {
    if (this.clip) this.context.restore();
    this.clip = 0;
  }

  clipTo(number) {
    if (this.clip === number) return;
    this.unclip();
    if (!this.clips[number].length) return;
    this.context.save();
    this.clip = number;
    this.place(0, 0, 1 / this.units);
    for (const path of this.clips[number]) this.context.clip(this.path(path), "evenodd");
  }

  one(op) {
    const [kind, shape, x, y, form, clip, inks] = this.ops.map((part) => part[op]);
    const ink = this.inks[inks][+this.dark];
    const drawing = [this.drawPath, this.drawText, this.drawSoft, this.drawDots, this.begin, this.end];
    if (kind < 4) {
      if (!ink.length) return;
      this.clipTo(clip);
    }
    drawing[kind].call(this, this.shapes[shape], x, y, this.forms[form], ink, op);
  }

  colour(ink) {
    if (!Array.isArray(ink)) return ink;
    const fall = this.context.createLinearGradient(...ink.slice(0, 4));
    for (let at = 4; at < ink.length; at += 2) fall.addColorStop(ink[at], ink[at + 1]);
    return fall;
  }

  drawPath([text], x, y, form, [fillInk, strokeInk]) {
    const context = this.context, path = this.path(text);
    this.place(x, y, 1 / this.units);
    if (fillInk) {
      context.fillStyle = this.colour(fillInk);
      context.fill(path, form.includes("winding") ? "nonzero" : "evenodd");
    }
    if (!strokeInk) return;
    const [width, cap, join, offset, ...dashes] = form.filter((part) => part !== "winding");
    context.strokeStyle = this.colour(strokeInk);
    context.lineWidth = width;
    context.lineCap = cap;
    context.lineJoin = join;
    context.setLineDash(dashes);
    context.lineDashOffset = offset || 0;
    context.stroke(path);
  }

  drawText([text], x, y, [family, weight, size, turn, leftward], [ink]) {
    const context = this.context;
    this.place(x, y, 1);
    if (turn) context.rotate(turn);
    context.font = `${weight} ${size}px "${family}", Inter, sans-serif`;
    context.fontKerning = "normal";
    context.textRendering = "geometricPrecision"; // letters between pixels, as in the program
    context.direction = leftward ? "rtl" : "ltr";
    context.textAlign = "left";
    context.fillStyle = ink;
    context.fillText(text, 0, 0);
  }

  /* What is made once for a size, and kept as a picture. */
  keep(op, wide, high, paint) {
    if (!this.kept.has(op)) {
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil(wide * this.scale);
      canvas.height = Math.ceil(high * this.scale);
      const context = canvas.getContext("2d");
      context.scale(this.scale, this.scale);
      paint(context);
      this.kept.set(op, canvas);
    }
    return this.kept.get(op);
  }

  /* Soft edges are many rounded boxes over each other; a hole is left in their middle. */
  drawSoft([wide, high, opacity], x, y, edges, [, , inks], op) {
    const u = this.units;
    const reach = Math.ceil(Math.max(...edges.map(([, spread, drop]) => (spread + drop) / u)));
    const key = [wide, high, edges.join(), inks.join()].join("/");
    const picture = this.keep(key, wide + 2 * reach, high + 2 * reach, (context) => {
      edges.forEach(([radius, spread, drop], number) => {
        const strength = parseInt(inks[number].slice(7), 16) / 255;
        let reached = 0;
        for (let layer = 1; layer <= 18; layer++) {
          const part = layer / 18, wanted = strength * part ** 3, out = spread / u * (1 - part);
          context.globalAlpha = Math.max(0, (wanted - reached) / (1 - reached));
          reached = wanted;
          context.fillStyle = inks[number].slice(0, 7);
          context.beginPath();
          context.roundRect(reach - out, reach + drop / u - out, wide + 2 * out, high + 2 * out, radius / u + out);
          context.fill();
        }
      });
      const inset = reach + Math.floor(0.72 * edges[0][0] / u);
      context.clearRect(inset, inset, wide + 2 * (reach - inset), high + 2 * (reach - inset));
    });
    this.place(x - reach * u, y - reach * u, 1 / this.scale);
    this.context.globalAlpha = opacity;
    this.context.drawImage(picture, 0, 0);
    this.context.globalAlpha = 1;
  }

  drawDots([across, down, radius, columns, rows], x, y, form, [ink], op) {
    const u = this.units, [wide, high] = this.size;
    const picture = this.keep(op, wide, high, (context) => {
      context.scale(1 / u, 1 / u);
      context.fillStyle = ink;
      for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
        context.beginPath();
        context.arc(x + column * across, y + row * down, radius, 0, 7);
        context.fill();
      }
    });
    this.place(0, 0, 1 / this.scale);
    this.context.drawImage(picture, 0, 0);
  }

  /* What is drawn together is drawn on a canvas of its own, then laid over the rest. */
  begin() {
    this.unclip();
    const canvas = document.createElement("canvas");
    canvas.width = this.canvas.width;
    canvas.height = this.canvas.height;
    this.stack.push(this.context);
    this.context = canvas.getContext("2d");
  }

  end(boxes, x, y, [opacity, over]) {
    this.unclip();
    const picture = this.context.canvas, context = this.context = this.stack.pop();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = opacity;
    context.drawImage(picture, 0, 0);
    context.globalAlpha = over;
    for (const box of boxes) {
      context.save();
      this.place(0, 0, 1 / this.units);
      context.beginPath();
      context.rect(...box);
      context.clip();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(picture, 0, 0);
      context.restore();
    }
    context.globalAlpha = 1;
  }
}
