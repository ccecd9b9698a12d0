/** Whether answers stand there without a guess. Kept in the page alone: another visit asks again. */
class Reveal {
  all = $state(false);
}

export const reveal = new Reveal();
