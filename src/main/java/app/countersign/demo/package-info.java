/**
 * Data to try the application with: the three processors and some invented customers, with contracts in every state.
 * Made through the same activities that people use, so that nothing in it could not have happened. Only in demo mode.
 */
package app.countersign.demo;
