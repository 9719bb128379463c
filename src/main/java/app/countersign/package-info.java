/** Countersign: the back office for data processing agreements. Each sub-package is one room. */
package app.countersign;
