/**
 * Campaigns: what holds for every input, tried on very many that are drawn at random. Each is
 * repeatable by its seed; a sample of each runs with every build.
 */
@NullMarked
package org.ganatelier.campaign;

import org.jspecify.annotations.NullMarked;
