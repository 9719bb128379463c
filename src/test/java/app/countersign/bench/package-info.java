/**
 * The figures by which the application is measured: {@code mvn -Pbench verify} takes all of them, with {@code
 * -Dbench=countersigning} one; each {@link app.countersign.bench.Figure} has its name. Each compares two things that are measured
 * alternately in the same run, because times of different machines or moments do not compare; what counts is their ratio.
 *
 * <p>No part of the tests: nothing here is named so that it runs with them.
 */
package app.countersign.bench;
