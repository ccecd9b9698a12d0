// All data of the current edition, past years included.
import '@ml-emissions/data/full';
