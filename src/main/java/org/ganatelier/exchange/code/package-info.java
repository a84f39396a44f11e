/** Source code of other frameworks as this program writes it: lines that know what they are for. */
@NullMarked
package org.ganatelier.exchange.code;

import org.jspecify.annotations.NullMarked;
