/** Columns that yamllint allows by default. */
export const WIDTH = 80;
