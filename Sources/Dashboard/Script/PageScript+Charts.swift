extension PageScript {
    /// Reads `data-plot`: which row and column of the table a place in the drawing stands for, and the other way round.
    static let layouts = #"""
        const within = (value, count) => Math.max(0, Math.min(count - 1, value));
        const layouts = {
          columns: (first, step, count, top, bottom) => ({
            rows: count, columns: 0,
            find: (x, y) => ({ row: within(Math.round((x - first) / step), count), column: -1 }),
            box: (row, column) => [first + (row - 0.5) * step, top, step, bottom - top],
          }),
          cells: (left, top, width, height, columns, rows) => ({
            rows, columns,
            find: (x, y) => ({
              row: within(Math.floor((y - top) / height), rows), column: within(Math.floor((x - left) / width), columns),
            }),
            box: (row, column) => [left + column * width, top + row * height, width, height],
          }),
          panels: (left, top, width, height, across, down, perRow, columns, rows) => {
            const step = width / Math.max(columns - 1, 1);
            return {
              rows, columns,
              find: (x, y) => {
                const place = within(Math.floor((x - left) / across), perRow);
                return {
                  row: within(within(Math.floor((y - top) / down), Math.ceil(rows / perRow)) * perRow + place, rows),
                  column: within(Math.round((x - left - place * across) / step), columns),
                };
              },
              box: (row, column) => [
                left + (row % perRow) * across + column * step - 0.5, top + Math.floor(row / perRow) * down, 1, height],
            };
          },
        };

        """#

    /// Lets each chart answer to a pointer and to the keys with the values of its own table, and with their passports.
    static let charts = #"""
        const hints = {
          ja: "図に触れるか、図を選んで矢印キーを押すと、値が出ます。Enter で出どころへ。",
          en: "Point at the chart, or choose it and use the arrow keys, to read its values; Enter leads to their passport.",
        };

        function readCharts(page) {
          for (const figure of page.querySelectorAll("figure.chart")) readChart(figure);
        }

        function readChart(figure) {
          const table = figure.querySelector("details table");
          if (!table || figure.querySelector(".readout")) return;
          const heads = [...table.tHead.rows[0].cells];
          const rows = [...table.tBodies[0].rows].filter(row => row.cells.length === heads.length);
          const readout = document.createElement("p");
          readout.className = "readout";
          readout.textContent = hints[document.documentElement.lang] ?? hints.en;
          for (const drawing of figure.querySelectorAll(".drawing")) {
            const svg = drawing.querySelector("svg[data-plot]");
            const [kind, ...numbers] = svg?.dataset.plot.split(" ") ?? [];
            const layout = layouts[kind]?.(...numbers.map(Number));
            // A table of another shape would answer with the values of something else.
            if (!layout || layout.rows !== rows.length || layout.columns > heads.length - 1) continue;
            if (!readout.isConnected) figure.querySelector("details").before(readout);
            answer(drawing, svg, layout, { heads, rows, readout, name: figure.querySelector("figcaption").textContent });
          }
        }

        // What stands in the cells of a place of the drawing, ready to be shown.
        function reading({ heads, rows }, row, column) {
          const cells = [...rows[row].cells], shown = column < 0 ? cells.slice(1) : [cells[column + 1]];
          const name = document.createElement("strong");
          name.textContent = cells[0].textContent + (column < 0 ? "" : " " + words(heads[column + 1]));
          const parts = [name];
          for (const cell of shown) {
            const head = heads[cell.cellIndex], part = document.createElement("span");
            if (column < 0) part.append(words(head) + " ");
            const values = [...cell.cloneNode(true).childNodes], unit = head.querySelector("small");
            // The unit belongs to the number; a remark follows both.
            const remark = values.findIndex(node => node.nodeName === "SMALL");
            if (unit && !cell.classList.contains("missing")) {
              values.splice(remark < 0 ? values.length : remark, 0, " " + unit.textContent + " ");
            }
            part.append(...values);
            parts.push(part);
          }
          return parts;
        }

        // A head's words without its unit.
        const words = head => [...head.childNodes].filter(node => node.nodeName !== "SMALL")
          .map(node => node.textContent).join("").trim();

        function answer(drawing, svg, layout, chart) {
          const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
          mark.setAttribute("class", "mark");
          const wide = Math.max(layout.columns, 1);
          let row = layout.rows - 1, column = layout.columns - 1;
          const place = () => {
            const parts = reading(chart, row, column);
            drawing.ariaValueNow = String(row * wide + Math.max(column, 0));
            drawing.ariaValueText = parts.map(part => part.textContent.trim()).join("; ");
            return parts;
          };
          const show = () => {
            chart.readout.replaceChildren(...place().flatMap((part, index) => index ? [" ", part] : [part]));
            const [x, y, width, height] = layout.box(row, column);
            for (const [name, value] of Object.entries({ x, y, width, height })) mark.setAttribute(name, value);
            if (!mark.isConnected) svg.append(mark);
          };
          const follow = event => {
            const matrix = svg.getScreenCTM();
            if (!matrix) return;
            const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
            ({ row, column } = layout.find(point.x, point.y));
            show();
          };
          const moves = {
            ArrowRight: () => layout.columns ? column += 1 : row += 1,
            ArrowLeft: () => layout.columns ? column -= 1 : row -= 1,
            ArrowDown: () => layout.columns ? row += 1 : row -= 1,
            ArrowUp: () => layout.columns ? row -= 1 : row += 1,
            Home: () => layout.columns ? column = 0 : row = 0,
            End: () => layout.columns ? column = layout.columns - 1 : row = layout.rows - 1,
          };
          drawing.tabIndex = 0;
          drawing.role = "slider";
          drawing.ariaLabel = chart.name;
          drawing.setAttribute("aria-describedby", svg.id + "-desc");
          drawing.ariaValueMin = "0";
          drawing.ariaValueMax = String(layout.rows * wide - 1);
          place();
          drawing.addEventListener("pointermove", follow);
          drawing.addEventListener("pointerdown", follow);
          drawing.addEventListener("keydown", event => {
            if (event.altKey || event.ctrlKey || event.metaKey) return;
            if (event.key === "Escape") return mark.remove();
            if (event.key === "Enter") return chart.readout.querySelector("a")?.click();
            if (!moves[event.key]) return;
            event.preventDefault();
            if (mark.isConnected || event.key === "Home" || event.key === "End") moves[event.key]();
            row = within(row, layout.rows);
            if (layout.columns) column = within(column, layout.columns);
            show();
          });
        }

        """#
}
