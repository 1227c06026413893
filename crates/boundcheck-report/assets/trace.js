"use strict";
const trace = JSON.parse(document.getElementById("trace").textContent);

function time(ns) {
  if (ns === 0) return "–";
  for (const [unit, size] of [["s", 1e9], ["ms", 1e6], ["µs", 1e3]]) {
    if (ns >= size) {
      const number = ns / size;
      return `${number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0)} ${unit}`;
    }
  }
  return `${Math.round(ns)} ns`;
}

// The table. Text goes in as text, never as HTML: names come from the traced program.
const columns = [
  ["export", "export"], ["calls", "calls"], ["attached", "attached"], ["own", "own"],
  ["longest hold", "longest_hold"], ["blocked", "blocked"], ["wait", "wait"], ["detached", "detached"],
  ["raised", "raised"],
];
let sorted = null;

function cell(row, text, name) {
  const element = document.createElement(name);
  element.textContent = text;
  row.append(element);
  return element;
}

function fill() {
  const body = document.querySelector("#exports tbody");
  body.replaceChildren();
  const rows = [...trace.exports];
  if (sorted) {
    const [key, direction] = sorted;
    rows.sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0) * direction);
  }
  for (const data of rows) {
    const row = document.createElement("tr");
    const first = cell(row, data.export, "td");
    if (data.verdict) Object.assign(first.appendChild(document.createElement("span")), { className: "verdict", textContent: data.verdict });
    if (data.place) Object.assign(first.appendChild(document.createElement("span")), { className: "place", textContent: data.place });
    for (const [, key] of columns.slice(1)) {
      const number = data[key];
      cell(row, key === "calls" ? number.toLocaleString("en") : key === "raised" ? (number || "–") : time(number), "td");
    }
    body.append(row);
  }
}

const head = document.querySelector("#exports thead tr");
for (const [title, key] of columns) {
  const element = cell(head, title, "th");
  element.tabIndex = 0;
  const sort = () => {
    const direction = sorted && sorted[0] === key ? -sorted[1] : key === "export" ? 1 : -1;
    sorted = [key, direction];
    for (const other of head.children) other.removeAttribute("aria-sort");
    element.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    fill();
  };
  element.addEventListener("click", sort);
  element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); } });
}
fill();
document.getElementById("summary").textContent = trace.summary;
for (const note of trace.notes) cell(document.getElementById("notes"), note, "li");

// The timeline: one band for each thread, calls above, the interpreter below.
const canvas = document.querySelector("canvas");
const tip = document.getElementById("tip");
const context = canvas.getContext("2d");
const label = 150, band = 54, row = 18, margin = 24;
let [from, to] = [0, Math.max(trace.wall, 1)];

// A canvas does not know `light-dark()`: an element resolves it.
const swatch = document.getElementById("timeline").appendChild(document.createElement("i"));
swatch.hidden = true;

function colour(name) {
  swatch.style.color = `var(${name})`;
  return getComputedStyle(swatch).color;
}

function draw() {
  const ratio = devicePixelRatio || 1;
  const width = canvas.clientWidth, height = margin + band * trace.threads.length;
  canvas.style.height = `${height}px`;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  const scale = (width - label) / (to - from);
  const colours = { call: colour("--call"), held: colour("--held"), waiting: colour("--waiting") };
  const text = colour("--text"), faint = colour("--faint"), line = colour("--line"), ground = colour("--ground");
  context.fillStyle = faint;
  for (let tick = 0; tick <= 4; tick++) {
    const at = from + (to - from) * tick / 4;
    context.textAlign = tick === 4 ? "right" : "left";
    context.fillText(time(at) === "–" ? "0" : time(at), label + (width - label) * tick / 4, margin / 2);
  }
  context.textAlign = "left";
  trace.threads.forEach((thread, index) => {
    const y = margin + band * index;
    context.fillStyle = line;
    context.fillRect(0, y, width, 1);
    context.fillStyle = text;
    context.fillText(thread.slice(0, 22), 0, y + band / 2);
  });
  context.save();
  context.beginPath();
  context.rect(label, 0, width - label, height);
  context.clip();
  for (const [thread, kind, start, length, name] of trace.spans) {
    if (start + length < from || start > to) continue;
    const x = label + (start - from) * scale, y = margin + band * thread + (kind === "call" ? 6 : 6 + row + 2);
    const size = Math.max(length * scale, 1);
    context.fillStyle = colours[kind];
    context.fillRect(x, y, size, row);
    if (kind === "call" && size > 60) {
      context.fillStyle = ground;
      context.fillText(name, Math.max(x, label) + 4, y + row / 2, size - 8);
    }
  }
  context.restore();
}

function place(event) {
  const bounds = canvas.getBoundingClientRect();
  const x = event.clientX - bounds.left, y = event.clientY - bounds.top;
  return [x, y, from + (to - from) * Math.max(x - label, 0) / (bounds.width - label)];
}

// Shows `factor` times as much, where the moment `at` stays where it is.
function zoom(at, factor) {
  const span = Math.min(Math.max((to - from) * factor, 1e3), trace.wall);
  const share = (at - from) / (to - from);
  from = Math.min(Math.max(at - span * share, 0), trace.wall - span);
  to = from + span;
  draw();
}

// Shows what is later by `by`, as far as there is something.
function move(by) {
  const start = Math.min(Math.max(from + by, 0), Math.max(trace.wall - (to - from), 0));
  [from, to] = [start, start + (to - from)];
  draw();
}

function all() {
  [from, to] = [0, Math.max(trace.wall, 1)];
  draw();
}

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(place(event)[2], Math.exp(event.deltaY * 0.002));
}, { passive: false });
canvas.tabIndex = 0;
canvas.addEventListener("keydown", (event) => {
  const middle = (from + to) / 2, step = (to - from) / 8;
  const act = {
    "+": () => zoom(middle, 0.5), "=": () => zoom(middle, 0.5), "-": () => zoom(middle, 2), "0": all,
    ArrowLeft: () => move(-step), ArrowRight: () => move(step),
  }[event.key];
  if (act) { event.preventDefault(); act(); }
});

let grabbed = null;
canvas.addEventListener("pointerdown", (event) => { grabbed = event.clientX; canvas.setPointerCapture(event.pointerId); });
canvas.addEventListener("pointerup", () => { grabbed = null; });
canvas.addEventListener("dblclick", all);
canvas.addEventListener("pointerleave", () => { tip.hidden = true; });
canvas.addEventListener("pointermove", (event) => {
  if (grabbed !== null) {
    const moved = (grabbed - event.clientX) / (canvas.clientWidth - label) * (to - from);
    grabbed = event.clientX;
    move(moved);
    return;
  }
  const [x, y, at] = place(event);
  const thread = Math.floor((y - margin) / band), kinds = (y - margin) % band < 6 + row + 1 ? ["call"] : ["held", "waiting"];
  const slack = (to - from) / (canvas.clientWidth - label);
  // The innermost call is the last that began.
  const hit = trace.spans.findLast(([of, kind, start, length]) => of === thread && kinds.includes(kind) && start - slack <= at && at <= start + length + slack);
  tip.hidden = !hit;
  if (hit) {
    tip.textContent = `${hit[4]} · ${time(hit[3])}`;
    tip.style.left = `${Math.min(x + 12, canvas.clientWidth - 240)}px`;
    tip.style.top = `${y + 14}px`;
  }
});
addEventListener("resize", draw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
draw();
