#include "analysis/report_style.hpp"

namespace leeway {

std::string_view report_style() {
    return R"css(
:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --panel: #f4f3ee; --ink: #1b1d20; --quiet: #5a5f66; --rule: #d9d7cf; --link: #00548c;
  --warn: #8a4b00; --warn-ground: #fff6e5; --warn-rule: #e0a030;
  --base: #3d4147; --c0: #0072b2; --c1: #c75000; --c2: #00855f; --c3: #a8508a; --c4: #a87400; --c5: #2c86b8; --c6: #7a7000;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #15171a; --panel: #1e2125; --ink: #ecebe6; --quiet: #a9adb3; --rule: #3a3e44; --link: #8fc7f0;
    --warn: #ffc46b; --warn-ground: #2b2416; --warn-rule: #a87400;
    --base: #d3d4d1; --c0: #4aa8e0; --c1: #f08040; --c2: #2bc295; --c3: #dd92bd; --c4: #e8ad2c; --c5: #8ccdf2; --c6: #d8cc4a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
.page { max-width: 73rem; margin: 0 auto; padding: 1.25rem 1.25rem 4rem; }
p, li { max-width: 44rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.9vw, 2.3rem); margin: .25rem 0 .5rem; letter-spacing: -.015em; max-width: 52rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--rule); letter-spacing: -.01em; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
.kicker { color: var(--quiet); margin: 0; font-size: .9rem; }
.quiet, figcaption { color: var(--quiet); font-size: .9rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .88em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 32rem; padding: 1rem; background: var(--panel); border-radius: .4rem; }

.opening { display: grid; gap: 1.25rem; margin-top: 1rem; }
.opening h2, .limits h2 { border: 0; margin: 0 0 .5rem; padding: 0; font-size: 1.1rem; }
.answer ul { list-style: none; margin: 0; padding: 0; }
.answer li { padding: .7rem 0 .7rem 2rem; border-bottom: 1px solid var(--rule); position: relative; }
.answer li:last-child { border: 0; }
.answer li svg { position: absolute; left: .2rem; top: .95rem; }
.limits { border: 1px solid var(--warn-rule); border-left-width: .4rem; background: var(--warn-ground); border-radius: .3rem;
  padding: .9rem 1.1rem; align-self: start; }
.limits h2 { color: var(--warn); }
.limits ul { margin: 0; padding-left: 1.1rem; }
.limits li { margin: .35rem 0; font-size: .93rem; line-height: 1.45; }
.to-limits { display: none; margin: 0; }
@media screen and (max-width: 59.99rem) { .to-limits { display: block; } }
@media (min-width: 60rem) { .opening { grid-template-columns: 3fr 2fr; gap: 2.5rem; } }

.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; margin: .6rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 34rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; } }

figure { margin: 1rem 0 0; }
figcaption { margin-top: .4rem; max-width: 44rem; }
.chart-title { font-size: 1.1rem; font-weight: 650; margin: 0 0 .2rem; max-width: 56rem; line-height: 1.3; text-wrap: balance; }
.curves { margin-top: 2rem; }
.curves .quiet { margin: 0 0 .6rem; }
.panels h4 { margin: 0 0 .15rem; font-size: .95rem; font-weight: 600; overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--ink); font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
svg text.soft { fill: var(--quiet); }
svg text.strong { font-weight: 650; }
svg text.halo { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
.grid { stroke: var(--rule); stroke-width: 1; }
.zero { stroke: var(--quiet); stroke-width: 1.2; }
.leader { stroke: var(--quiet); stroke-width: .8; }
.good { fill: var(--c2); opacity: .07; }
.warm { fill: var(--quiet); opacity: .13; }
.c0 { --mark: var(--c0); } .c1 { --mark: var(--c1); } .c2 { --mark: var(--c2); } .c3 { --mark: var(--c3); }
.c4 { --mark: var(--c4); } .c5 { --mark: var(--c5); } .c6 { --mark: var(--c6); } .base { --mark: var(--base); }
.cloud { fill: var(--mark); fill-opacity: .45; stroke: none; }
.ellipse { fill: var(--mark); fill-opacity: .06; stroke: var(--mark); stroke-width: 1.6; }
.mean { fill: var(--mark); stroke: var(--ground); stroke-width: 1.6; paint-order: stroke; }
.band { fill: var(--mark); fill-opacity: .2; stroke: none; }
.median { fill: none; stroke: var(--mark); stroke-width: 2.2; stroke-linejoin: round; }
.reference { fill: none; stroke: var(--base); stroke-width: 1.3; stroke-dasharray: 4 3; }
.swatch { display: inline-block; width: 1em; height: 1em; vertical-align: -.12em; margin-right: .4em; flex: none; transform: translateY(.12em); }
.plane-narrow { display: none; }
@media screen and (max-width: 44rem) { .plane-wide { display: none; } .plane-narrow { display: block; } }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.6rem, 1fr)); gap: .8rem 1rem; margin-top: .5rem; }
.panels svg { max-width: 16rem; }
@media (max-width: 27rem) { .panels { grid-template-columns: 1fr 1fr; gap: .8rem .6rem; } }

.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .93rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem .7rem .5rem 0; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--quiet); vertical-align: bottom; }
th { font-weight: 600; }
td, thead th { min-width: 7rem; }
thead th:has(.marked) { min-width: 9.8rem; }
td.wide { min-width: 14rem; }
tbody th { white-space: nowrap; }
tbody th .quiet { white-space: normal; font-weight: 400; display: block; }
.interval { white-space: nowrap; }
th .quiet { font-weight: 400; }
.outcome { min-width: 16rem; max-width: 22rem; }
.marked { display: inline-flex; align-items: baseline; }
.name { overflow-wrap: anywhere; min-width: 0; }
.level { display: block; font-size: 1.05rem; font-weight: 600; }
.line { display: block; }
.better, .worse, .same { display: block; font-weight: 600; font-size: .95em; }
.better, .worse { white-space: nowrap; }
.better { color: var(--c2); } .worse { color: var(--c1); } .same { color: var(--quiet); font-weight: 400; }
details { margin: 1rem 0; }
summary { cursor: pointer; color: var(--link); font-weight: 600; padding: .3rem 0; }
@media screen and (max-width: 44rem) {
  .scroll::before { content: "Scroll sideways for more →"; color: var(--quiet); font-size: .85rem; position: sticky; left: 0; }
  tbody th { position: sticky; left: 0; min-width: 9.8rem; max-width: 10.5rem; white-space: normal; overflow-wrap: anywhere; background: var(--ground); }
}
@media screen and (prefers-color-scheme: dark) { .cloud { fill-opacity: .65; } }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 1rem; color: var(--quiet); font-size: .9rem; }

@media print {
  @page { size: A4; margin: 14mm; }
  html { font-size: 75%; }
  body { background: #fff; }
  .page { max-width: none; padding: 0; }
  .opening { grid-template-columns: 3fr 2fr; gap: 1.2rem; }
  h2 { margin-top: 1.4rem; break-after: avoid; } h3, .chart-title { break-after: avoid; }
  figure, tr, .limits, .panels > * { break-inside: avoid; }
  .panels { grid-template-columns: repeat(5, minmax(0, 1fr)); gap: .5rem; }
  .scroll { overflow: visible; } table { font-size: 7.5pt; }
  td, th, td.wide, thead th:has(.marked) { min-width: 0; white-space: normal; }
  td .quiet, th .quiet, .level, .interval, .better, .worse { font-size: inherit; white-space: normal; }
  .name { overflow-wrap: break-word; }
  th, td { padding-right: .5rem; }
  pre { max-height: none; overflow: visible; white-space: pre-wrap; font-size: 7pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";
}

}  // namespace leeway
