// For pages: the data that a form needs at once. Runs of past years need `full` too.
import '@ml-emissions/data/core';
