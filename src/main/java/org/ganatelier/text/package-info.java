/**
 * What the program says: turns the facts of all other parts into sentences, in each of its
 * languages. Messages stand in {@code messages/}, one file a language, as ICU message patterns with
 * named arguments.
 */
@NullMarked
package org.ganatelier.text;

import org.jspecify.annotations.NullMarked;
