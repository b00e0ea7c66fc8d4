"use strict";
const { figures, points } = JSON.parse(document.getElementById("drawn").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)");
const places = [...document.querySelectorAll("[data-figure]")];
const seen = new Set();
const PAPER = 680; // pixels of a page's width when it is printed

// The library is large: it is read when the first figure is drawn, after the text can be read.
function wake() {
  const script = document.createElement("script");
  script.textContent = document.getElementById("library").textContent;
  document.head.append(script);
}

function draw(place, mode, width) {
  if (!window.Plotly) wake();
  const { data, layout } = figures[place.dataset.figure][mode];
  const size = width ? { width, autosize: false } : { autosize: true };
  Plotly.react(place, data, { ...layout, ...size }, { displayModeBar: false, responsive: !width });
  if (place.dataset.figure === "ribbon" && !seen.has(place)) place.on("plotly_click", read);
  seen.add(place);
}

function read(event) {
  const [kind, id] = event.points[0].customdata || [];
  const point = kind === "point" ? id : points[id];
  const heading = document.getElementById(point ? `point-${point}` : "alone");
  if (heading) heading.scrollIntoView({ block: "start" });
}

// A figure is drawn when the reader comes near it, so that a long report opens at once.
const screen = (some) => some.forEach((place) => draw(place, dark.matches ? "dark" : "light"));
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && !seen.has(target)) setTimeout(() => screen([target]));
  }
}, { rootMargin: "500px" });
// Letters are measured when a figure is drawn: the report's own have to be there.
document.fonts.ready.then(() => places.forEach((place) => near.observe(place)));
dark.addEventListener("change", () => screen([...seen]));
addEventListener("beforeprint", () => places.forEach((place) => draw(place, "light", PAPER)));
addEventListener("afterprint", () => screen(places));
