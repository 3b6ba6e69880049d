// bootstrap/sitecustomize.py as text, for who writes it out.
#ifndef HERMETIC_STDLIB_OVERLAY_BOOTSTRAP_TEXT_H_
#define HERMETIC_STDLIB_OVERLAY_BOOTSTRAP_TEXT_H_

namespace hermetic::overlay {

extern const char kSitecustomize[];

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_BOOTSTRAP_TEXT_H_
