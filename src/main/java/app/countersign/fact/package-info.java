/**
 * What the application knows of its own protection, as its own first evidence. Each room says what it knows through
 * {@link app.countersign.kernel.KnowsItself}; here it is collected, shown, and handed to whoever proves measures by it.
 * Nothing is stored: a fact is as fresh as the moment in which it is asked for, and carries its instant and its hash.
 */
package app.countersign.fact;
