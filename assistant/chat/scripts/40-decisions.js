/* The Decisions tab: what is chosen in the form is asked for, and any element with data-decision opens that decision.
   What the list shows comes from the server as a whole; nothing of a search is kept, in the address or elsewhere. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.openDecision) return;

  const LONG = 15000; // after this many milliseconds without an answer one may ask again
  const list = { element: null, ask: null, serial: 0, shown: -1, since: 0, next: null, quiet: true, toTop: false };
  const opened = { element: null, ask: null, look: null, serial: 0, shown: -1, wanted: null, from: null };
  const folded = new Map(); // facets that the user has opened or folded, by name

  const form = () => list.element && list.element.querySelector("form.browse");
  const asSlug = (reference) => reference.trim().replace(/\s+/g, "-");

  /* ---------------------------------------------------------------- the list */

  const values = (name) => [...form().querySelectorAll(`input[name="${name}"]:checked`)].map((each) => each.value)
    .filter((value) => value);
  const valueOf = (name) => (form().elements[name] || { value: "" }).value;

  const readForm = () => ({
    words: valueOf("words"),
    category: values("category"),
    subcategory: values("subcategory"),
    body: values("body"),
    outcome: values("outcome"),
    kind: values("kind"),
    basis: values("basis"),
    from: valueOf("from"),
    to: valueOf("to"),
    sort: valueOf("sort") || "newest",
    page: 1,
  });

  // One question at a time; of those that come meanwhile only the last is asked.
  const ask = (sent) => {
    if (list.since && Date.now() - list.since < LONG) {
      list.next = sent;
      return;
    }
    list.since = Date.now();
    list.next = null;
    list.serial += 1;
    if (form()) form().setAttribute("aria-busy", "true");
    list.ask({ ...sent, serial: list.serial });
  };

  // The server's HTML is put over what is there: a control that was used keeps its own state, unless it is told.
  const settle = (root) => {
    for (const input of root.querySelectorAll("input[type=checkbox], input[type=radio]")) {
      input.checked = input.hasAttribute("checked");
    }
    for (const option of root.querySelectorAll("option")) option.selected = option.hasAttribute("selected");
    for (const input of root.querySelectorAll("input[type=search], input[type=text]")) {
      input.value = input.getAttribute("value") || "";
    }
    for (const details of root.querySelectorAll("details[data-facet]")) {
      const name = details.dataset.facet;
      if (folded.has(name)) details.open = folded.get(name);
      else if (name === "all") details.open = redress.isBeside();
    }
  };

  const keyOf = (element) => {
    if (!element || !list.element || !list.element.contains(element)) return null;
    if (element.id) return `#${CSS.escape(element.id)}`;
    return element.dataset.key ? `[data-key="${CSS.escape(element.dataset.key)}"]` : null;
  };

  redress.listReady = (element, send) => {
    list.element = element;
    list.ask = send;
    ask({ sort: "newest", page: 1 });
  };

  redress.listChanged = (element) => {
    const root = element.querySelector("[data-serial]");
    if (!root || Number(root.dataset.serial) === list.shown) return;
    list.shown = Number(root.dataset.serial);
    list.since = 0;
    root.removeAttribute("aria-busy");
    settle(root);
    if (list.next) {
      ask(list.next);
      return;
    }
    if (list.focus !== undefined) {
      const again = list.focus && element.querySelector(list.focus);
      const count = element.querySelector("#browse-count");
      if (list.toTop && count) {
        count.focus({ preventScroll: true });
        count.scrollIntoView({ block: "start" });
      } else if (again && !again.disabled) again.focus({ preventScroll: true });
      else if (count && document.activeElement === document.body) count.focus({ preventScroll: true });
      redress.say(root.dataset.announce || "");
    }
    list.toTop = false;
    list.focus = undefined;
    if (root.dataset.opens && list.opens) redress.openDecision(root.dataset.opens);
    list.opens = false;
  };

  const askFor = (sent, { toTop = false, opens = false } = {}) => {
    list.focus = keyOf(document.activeElement);
    list.toTop = toTop;
    list.opens = opens;
    ask(sent);
  };

  const addBody = (input) => {
    const typed = input.value.trim().toLowerCase();
    if (!typed) return;
    const names = [...form().querySelectorAll("#browse-bodies option")].map((option) => option.value);
    const exact = names.find((name) => name.toLowerCase() === typed);
    const near = names.filter((name) => name.toLowerCase().includes(typed));
    const chosen = exact || (near.length === 1 ? near[0] : null);
    if (!chosen) {
      redress.say(near.length ? `${near.length} bodies have that in their name; choose one.` : "No body of that name is held.");
      return;
    }
    const sent = readForm();
    askFor({ ...sent, body: [...new Set([...sent.body, chosen])] });
  };

  const inList = (event) => list.element && event.target.closest && list.element.contains(event.target);

  document.addEventListener("submit", (event) => {
    if (!event.target.matches || !event.target.matches("form.browse")) return;
    event.preventDefault();
    if (document.activeElement && document.activeElement.id === "browse-body") {
      addBody(document.activeElement);
      return;
    }
    const sent = readForm();
    // Words are sought for the best match, unless another order was chosen for them.
    const had = event.target.querySelector("#browse-words").getAttribute("value") || "";
    const fresh = sent.words.trim() && !had.trim();
    askFor(fresh ? { ...sent, sort: "best match" } : sent, { opens: true });
  });

  document.addEventListener("change", (event) => {
    if (!inList(event)) return;
    const control = event.target;
    if (control.matches("[data-add]")) addBody(control);
    else if (control.matches("input[type=checkbox], input[type=radio], select")) {
      const sent = readForm();
      if (control.name === "category") sent.subcategory = [];
      askFor(sent);
    }
  });

  document.addEventListener("click", (event) => {
    const target = event.target.closest && event.target.closest("[data-browse]");
    if (!target || !inList(event)) return;
    askFor(JSON.parse(target.dataset.browse), { toTop: "toTop" in target.dataset });
  });

  document.addEventListener("click", (event) => {
    const summary = event.target.closest && event.target.closest("details[data-facet] > summary");
    // It is toggled after this: the opposite of what it is now.
    if (summary) folded.set(summary.parentElement.dataset.facet, !summary.parentElement.open);
  });

  /* ---------------------------------------------------------------- a decision in full */

  const showOpened = (isOpened) => {
    if (list.element) list.element.hidden = isOpened;
    if (opened.element) opened.element.hidden = !isOpened;
  };

  const currentTab = () => {
    const selected = document.querySelector('#tabs [role="tab"][aria-selected="true"]');
    return selected ? selected.id.replace(/-tab-button$/, "") : "decisions";
  };

  const send = () => {
    if (!opened.ask || !opened.wanted) return;
    opened.serial += 1;
    opened.ask({ reference: opened.wanted, serial: opened.serial });
  };

  // Whether the decision that is open is still held: it may have been taken out since.
  const lookAgain = () => {
    if (!opened.look || !opened.wanted || !opened.serial || document.visibilityState !== "visible") return;
    if (currentTab() === "decisions") opened.look({ reference: opened.wanted, serial: opened.serial });
  };
  setInterval(lookAgain, 20000);
  document.addEventListener("visibilitychange", lookAgain);

  redress.decisionReady = (element, trigger, look) => {
    opened.element = element;
    opened.ask = trigger;
    opened.look = look;
    element.hidden = true;
    send();
  };

  redress.decisionChanged = (element) => {
    const article = element.querySelector("[data-serial]");
    if (!article || Number(article.dataset.serial) !== opened.serial || !opened.wanted) return;
    showOpened(true);
    const back = opened.from && opened.from.tab !== "decisions" ? opened.from.name : "";
    for (const button of article.querySelectorAll("[data-leave]")) {
      button.textContent = back ? `Back to “${back}”` : "Back to the list";
    }
    for (const lit of article.querySelectorAll(".lit")) lit.classList.remove("lit");
    const title = article.querySelector("h2");
    redress.say(article.dataset.announce || "");
    came = null;
    if (title) {
      title.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
  };

  const show = (reference) => {
    opened.wanted = reference;
    redress.showTab("decisions");
    send();
  };

  /* Open a decision in full, and remember where one came from. */
  redress.openDecision = (reference, opener) => {
    const tab = currentTab();
    if (!opened.wanted || tab !== "decisions") {
      const button = document.getElementById(`${tab}-tab-button`);
      opened.from = { tab, name: button ? button.textContent.trim() : "", opener, top: window.scrollY };
    }
    // How many steps of the browser's history lie between this and where one came from.
    const depth = opened.wanted && tab === "decisions" ? ((history.state && history.state.depth) || 0) + 1 : 1;
    history.pushState({ depth }, "", `#decision=${asSlug(reference)}`);
    show(reference);
  };

  const close = () => {
    if (!opened.wanted) return;
    const { from } = opened;
    const left = document.activeElement;
    opened.wanted = null;
    opened.from = null;
    showOpened(false);
    if (!from) return;
    redress.showTab(from.tab);
    // The tab is laid out again before one can scroll in it.
    setTimeout(() => {
      // A user who has gone on already is not pulled back.
      if (document.activeElement !== document.body && document.activeElement !== left) return;
      window.scrollTo({ top: from.top });
      const opener = from.opener && from.opener.isConnected ? from.opener : document.getElementById("browse-count");
      if (opener) opener.focus({ preventScroll: true });
    }, 60);
  };

  const inAddress = () => {
    const found = /^#decision=([0-9a-zA-Z-]{8,12})$/.exec(location.hash);
    return found ? found[1].replace(/-/g, " ") : null;
  };

  const clearAddress = () => history.replaceState(null, "", location.pathname + location.search);

  let leaving = false;
  const goBack = () => {
    if (history.state && history.state.depth) {
      leaving = true;
      history.go(-history.state.depth); // what listens below closes it
    } else {
      clearAddress();
      close();
    }
  };

  window.addEventListener("popstate", () => {
    const reference = inAddress();
    if (leaving || !reference) {
      // An earlier decision that was left by a tab, not by the way back, is not come back to.
      if (leaving && reference) clearAddress();
      leaving = false;
      close();
    } else if (reference !== opened.wanted) {
      if (!opened.from) opened.from = { tab: "decisions", name: "", opener: null, top: 0 };
      show(reference);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("[data-decision]");
    if (link) {
      // The browser's own ways of opening a link elsewhere stay what they are.
      if (link.href && (event.ctrlKey || event.metaKey || event.shiftKey || event.button)) return;
      event.preventDefault();
      redress.openDecision(link.dataset.decision, link);
      return;
    }
    const button = event.target.closest && event.target.closest("button");
    if (!button) return;
    if ("leave" in button.dataset) goBack();
    else if ("return" in button.dataset) goBackToFinding();
    else if ("showList" in button.dataset) {
      const facets = button.closest("details");
      facets.open = false;
      folded.set(facets.dataset.facet, false);
      const title = document.getElementById("browse-count");
      title.focus({ preventScroll: true });
      title.scrollIntoView({ block: "start" });
    }
    else if (button.dataset.goto) goToPlace(button);
    else if (button.dataset.put) redress.putQuestion(button.dataset.put);
  });

  /* ---------------------------------------------------------------- places in the text */

  let came = null; // the button from which one went to a place

  const light = (place, pence) => {
    for (const lit of document.querySelectorAll("#decision-opened .lit")) lit.classList.remove("lit");
    for (const sum of document.querySelectorAll("#decision-opened mark.active")) sum.classList.remove("active");
    for (const sum of pence ? place.querySelectorAll(`mark[data-pence="${pence}"]`) : []) sum.classList.add("active");
    const around = place.closest("details");
    if (around) around.open = true;
    place.classList.add("lit");
    for (const earlier of document.querySelectorAll("#decision-opened [data-return]")) earlier.remove();
    if (came && !redress.isBeside()) {
      // Where the findings do not stand beside the text, there is a way back to them.
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet return";
      button.dataset.return = "";
      button.textContent = "Back to what was found";
      place.append(button);
    }
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  };

  const goBackToFinding = () => {
    if (!came || !came.isConnected) return false;
    came.focus({ preventScroll: true });
    came.scrollIntoView({ block: "center" });
    return true;
  };

  const goToPlace = (button) => {
    const place = document.getElementById(button.dataset.goto);
    if (!place) return;
    came = button;
    light(place, button.dataset.sum);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened.element || !opened.element.contains(event.target)) return;
    if (!event.target.closest(".lit") || !goBackToFinding()) goBack();
  });

  /* Put a question into its box in the Ask tab, for the user to send. */
  redress.putQuestion = redress.putQuestion || ((text) => {
    opened.wanted = null;
    opened.from = null;
    showOpened(false);
    history.pushState(null, "", location.pathname + location.search);
    redress.showTab("ask");
    const box = document.querySelector("#question textarea");
    if (!box) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => {
      box.focus();
      box.scrollIntoView({ block: "center" });
      redress.say("The question stands in its box. Press Enter to ask it.");
    }, 60);
  });

  /* ---------------------------------------------------------------- from elsewhere */

  document.addEventListener("click", (event) => {
    const tab = event.target.closest && event.target.closest("#decisions-tab-button");
    // Shown again, the list is asked for again: files may have been added or removed meanwhile.
    if (tab && event.isTrusted && form()) ask({ ...readForm(), page: Number(form().dataset.page) || 1 });
    if (tab) setTimeout(lookAgain, 60); // once the tab is the one that is shown
  });

  // An address that names a decision opens it, once the page has its tabs.
  const openFromAddress = (tries) => {
    const reference = inAddress();
    if (!reference) return;
    if (!document.getElementById("decisions-tab-button")) {
      if (tries) setTimeout(() => openFromAddress(tries - 1), 100);
      return;
    }
    opened.from = { tab: "decisions", name: "", opener: null, top: 0 };
    show(reference);
  };
  openFromAddress(150);
})();
