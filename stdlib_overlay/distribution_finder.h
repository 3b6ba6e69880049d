// What importlib.metadata says about us under a policy: a distribution with the
// entry point of the pytest plugin, so that pytest loads it by itself.
#ifndef HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_
#define HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_

namespace hermetic::overlay {

// Puts a finder at the end of sys.meta_path. It finds no module and runs no
// Python code before importlib.metadata asks it. After Py_InitializeFromConfig,
// before the target; GIL held. Without memory for it there is none.
void OfferDistribution();

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_
