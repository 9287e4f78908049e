/** Fewer works say too little of a class. */
export const LEAST_WORKS = 5
