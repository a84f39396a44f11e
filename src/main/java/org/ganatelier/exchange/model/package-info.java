/**
 * Models on their way to and from other frameworks: what all formats share. Each format stands in a
 * package of its own beside this one.
 */
@NullMarked
package org.ganatelier.exchange.model;

import org.jspecify.annotations.NullMarked;
