/// <reference types="@sveltejs/kit" />
/// <reference path="../../../packages/data/src/csv-table.d.ts" />
