/**
 * Layers with hand-written forward and backward passes. A {@link
 * org.ganatelier.engine.layers.Layer} owns weights; a {@link org.ganatelier.engine.layers.Pass} is
 * that layer bound to the buffers of one batch size. Images are NCHW, in {@code c} order. One
 * thread owns a network and everything in it.
 *
 * <p>Where a step of the classroom net goes (batch 64, one thread, 16.5 ms of processor time on the
 * Xeon of the README; {@code gan-atelier bench --net classroom --profile} prints it anew):
 *
 * <table>
 *   <caption>Milliseconds per step, forward and backward together</caption>
 *   <tr><th>D, convolution 16 to 32</th><td>4.92</td></tr>
 *   <tr><th>D, convolution 1 to 16</th><td>3.05</td></tr>
 *   <tr><th>G, transposed convolution 32 to 16</th><td>2.09</td></tr>
 *   <tr><th>G, transposed convolution 16 to 1</th><td>1.28</td></tr>
 *   <tr><th>D, leaky ReLU</th><td>0.97</td></tr>
 *   <tr><th>D, batch normalization with leaky ReLU</th><td>0.95</td></tr>
 *   <tr><th>G, batch normalization with ReLU, 14x14x16</th><td>0.86</td></tr>
 *   <tr><th>D, dense</th><td>0.54</td></tr>
 *   <tr><th>G, batch normalization with ReLU, 1568</th><td>0.52</td></tr>
 *   <tr><th>G, dense</th><td>0.45</td></tr>
 *   <tr><th>both, Adam</th><td>0.21</td></tr>
 *   <tr><th>tanh, noise, real images</th><td>0.27</td></tr>
 * </table>
 */
@NullMarked
package org.ganatelier.engine.layers;

import org.jspecify.annotations.NullMarked;
