/** The pages of deadlines: the list, one deadline, the month. */
package app.countersign.deadline.web;
