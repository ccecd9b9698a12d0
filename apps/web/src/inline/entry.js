// A first press into a field of the form selects what stands there, as the Tab key does, so that typing replaces it; a
// press into a field that has the focus already sets the cursor. From the first paint on: a hurried "4" is no "84".
{
  let entered = null;
  const fieldAt = ({ target }) => target.closest?.('.field input');
  const down = (event) => {
    const field = fieldAt(event);
    entered = field === document.activeElement ? null : field;
  };
  const click = (event) => {
    const field = fieldAt(event);
    if (field && field === entered && field.selectionStart === field.selectionEnd) field.select();
    entered = null;
  };
  addEventListener('pointerdown', down, { capture: true, passive: true });
  addEventListener('click', click, { capture: true, passive: true });
}
