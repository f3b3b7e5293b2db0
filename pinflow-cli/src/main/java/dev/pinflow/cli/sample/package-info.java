/**
 * Sample posts: rows with the shapes, rates and dirt of the data contract's source tables, made of our own words.
 *
 * <p>Start at {@link dev.pinflow.cli.sample.SamplePosts}.
 */
package dev.pinflow.cli.sample;
