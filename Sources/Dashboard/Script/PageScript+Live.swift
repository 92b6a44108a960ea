extension PageScript {
    /// Asks every few seconds whether the ledger has changed, and shows the page anew when it has.
    ///
    /// What somebody is typing is never replaced: a page with a changed form offers to be shown anew instead.
    static let live = #"""
        const news = {
          ja: { shown: "新しいデータを表示しました。", offered: "新しいデータがあります。", link: "表示し直す", lost: "サーバーから返事がありません。表示は最後に届いたものです。" },
          en: { shown: "New data are shown.", offered: "There are new data.", link: "Show them", lost: "The server does not answer; this page is as it was last heard of." },
        };

        function stayUpToDate() {
          let state = document.body.dataset.state;
          if (!state) return;
          const said = news[document.documentElement.lang] ?? news.en;
          const board = document.createElement("p");
          board.className = "news";
          board.setAttribute("role", "status");
          document.body.append(board);
          let hasTyped = false, isAsking = false;
          document.addEventListener("input", event => { if (event.target.closest("main")) hasTyped = true; });

          async function look() {
            if (document.visibilityState !== "visible" || isAsking) return;
            isAsking = true;
            try {
              const answer = await fetch("/state", { cache: "no-store", credentials: "same-origin" });
              if (!answer.ok || answer.redirected) return;
              const now = (await answer.json()).state;
              if (board.textContent === said.lost) board.textContent = "";
              if (now === state) return;
              if (hasTyped) offer();
              else if (await showAnew()) board.textContent = said.shown;
              state = now;
            } catch {
              // A server that was stopped is no fault of the page's, but its reader should know.
              board.textContent = said.lost;
            } finally {
              isAsking = false;
            }
          }

          function offer() {
            const link = document.createElement("a");
            link.href = location.href;
            link.textContent = said.link;
            board.replaceChildren(said.offered + " ", link);
          }

          async function showAnew() {
            const answer = await fetch(location.href, { cache: "no-store", credentials: "same-origin" });
            if (!answer.ok || answer.redirected) return offer();
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const main = page.querySelector("main");
            if (!main) return offer();
            const focused = document.activeElement?.closest("main") ? [...document.querySelectorAll("main [tabindex], main a")]
              .indexOf(document.activeElement) : -1;
            document.querySelector("main").replaceWith(document.adoptNode(main));
            const [old, banners] = [document.querySelector(".banners"), page.querySelector(".banners")];
            if (old && banners) old.replaceWith(document.adoptNode(banners));
            else if (banners) document.querySelector(".paper").prepend(document.adoptNode(banners));
            else old?.remove();
            document.title = page.title;
            readCharts(document);
            if (focused >= 0) [...document.querySelectorAll("main [tabindex], main a")][focused]?.focus({ preventScroll: true });
            return true;
          }

          setInterval(look, 5000);
          document.addEventListener("visibilitychange", look);
        }

        """#
}
