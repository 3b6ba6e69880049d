// What importlib.metadata says about us under a policy: a distribution with the
// entry point of the pytest plugin, so that pytest loads it by itself.
#ifndef HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_
#define HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_

namespace hermetic::overlay {

// Lets the importer of frozen modules, which has our package, tell its
// distribution too: sys.meta_path stays as python3's. No Python code runs before
// importlib.metadata asks. After Py_InitializeFromConfig, before the target; GIL
// held. Without memory for it there is none.
void OfferDistribution();

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_DISTRIBUTION_FINDER_H_
