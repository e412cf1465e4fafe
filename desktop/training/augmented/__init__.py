"""The batch as the network sees it: images, augmented, before anything is trained."""
