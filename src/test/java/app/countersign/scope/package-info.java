/**
 * Who sees what: every page and every operation of the API, by every role, on what is the role's own, another processor's,
 * or nobody's. Pages and operations are found, not listed, so that a new one is walked from its first day.
 */
package app.countersign.scope;
