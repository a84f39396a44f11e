/**
 * oneDNN 3 called directly, by the JDK's own foreign functions, beside the older one that ND4J
 * holds: convolutions with channels last, on ND4J's memory. Where the library is missing, ND4J's
 * own operations compute.
 */
@NullMarked
package org.ganatelier.engine.onednn;

import org.jspecify.annotations.NullMarked;
