/** What is on disk: experiments as JSON, the bundled presets, and the project file of a run. */
@NullMarked
package org.ganatelier.project;

import org.jspecify.annotations.NullMarked;
