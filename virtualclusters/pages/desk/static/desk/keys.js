// Keys for the verification queue. Each does what a button or link on the page does: data-key names it. A key inside a
// closed <details> does nothing, so the reasons 1 to 9 answer only after r. On a Hindi keyboard the place of the key counts.
(function (page) {
  const named = (key) => page.querySelector(`[data-key="${CSS.escape(key.toLowerCase())}"]`);

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, select, textarea")) return;
    const target = named(event.key) || (event.key > "~" && named(event.code.replace(/^(Key|Digit)/, "")));
    if (!target) return;
    const box = target.closest("details");
    if (target.tagName !== "SUMMARY" && box && !box.open) return;
    event.preventDefault();
    target.focus();
    target.click();
  });
})(document);
