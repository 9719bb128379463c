/** The pages of breaches: report, list, one breach. */
package app.countersign.breach.web;
