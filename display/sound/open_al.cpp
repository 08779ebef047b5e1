#include "display/sound/open_al.hpp"

#include <AL/al.h>
#include <AL/alc.h>
#include <AL/alext.h>

#include <cstring>
#include <stdexcept>

namespace panggil::sound {
namespace {
using Clock = std::chrono::steady_clock;
constexpr auto kStuck = std::chrono::seconds(3);

struct CloseDevice {
  void operator()(ALCdevice* device) const { alcCloseDevice(device); }
};
struct DestroyContext {
  void operator()(ALCcontext* context) const {
    alcMakeContextCurrent(nullptr);
    alcDestroyContext(context);
  }
};

/// Both channels alike: one alone is played softer, as if it stood in the middle of a stage.
std::vector<std::int16_t> stereo(const Samples& samples) {
  std::vector<std::int16_t> both;
  both.reserve(samples.size() * 2);
  for (const float sample : samples) {
    const auto value = static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F));
    both.push_back(value);
    both.push_back(value);
  }
  return both;
}
}  // namespace

struct SoundDevice::Handles {
  std::unique_ptr<ALCdevice, CloseDevice> device;
  std::unique_ptr<ALCcontext, DestroyContext> context;
  ALuint source = 0;
};

SoundDevice::SoundDevice(const std::string& name)
    : handles_(std::make_unique<Handles>()), moved_(Clock::now()) {
  handles_->device.reset(alcOpenDevice(name.empty() ? nullptr : name.c_str()));
  if (!handles_->device)
    throw std::runtime_error(name.empty() ? "there is no sound device"
                                          : "there is no sound device \"" + name + "\"");
  const ALCint wanted[] = {ALC_FREQUENCY, static_cast<ALCint>(kRate), 0};
  handles_->context.reset(alcCreateContext(handles_->device.get(), wanted));
  if (!handles_->context || !alcMakeContextCurrent(handles_->context.get()))
    throw std::runtime_error("the sound device does not start");
  alGenSources(1, &handles_->source);
  if (alGetError() != AL_NO_ERROR) throw std::runtime_error("the sound device plays nothing");
}

SoundDevice::~SoundDevice() {
  stop();
  alDeleteSources(1, &handles_->source);
}

int SoundDevice::count(int what) const {
  ALint value = 0;
  alGetSourcei(handles_->source, what, &value);
  return value;
}

void SoundDevice::forget_played(int count) {
  for (; count > 0; --count) {
    ALuint buffer = 0;
    ALint bytes = 0;
    alSourceUnqueueBuffers(handles_->source, 1, &buffer);
    alGetBufferi(buffer, AL_SIZE, &bytes);
    heard_ += bytes / 4;
    alDeleteBuffers(1, &buffer);
  }
}

void SoundDevice::play(const Samples& samples, float gain) {
  if (samples.empty()) return;
  if (count(AL_SOURCE_STATE) != AL_PLAYING) forget_played(count(AL_BUFFERS_PROCESSED));
  const auto data = stereo(samples);
  ALuint buffer = 0;
  alGenBuffers(1, &buffer);
  alBufferData(buffer, AL_FORMAT_STEREO16, data.data(), static_cast<ALsizei>(data.size() * sizeof data[0]),
               static_cast<ALsizei>(kRate));
  alSourcef(handles_->source, AL_GAIN, gain);
  alSourceQueueBuffers(handles_->source, 1, &buffer);
  if (count(AL_SOURCE_STATE) == AL_PLAYING) return;
  // What was before it has come to its end just now.
  forget_played(count(AL_BUFFERS_QUEUED) - 1);
  alSourcePlay(handles_->source);
  moved_ = Clock::now();
}

void SoundDevice::stop() {
  alSourceStop(handles_->source);
  forget_played(count(AL_BUFFERS_PROCESSED));
}

bool SoundDevice::alive() {
  ALCint connected = 1;
  if (alcIsExtensionPresent(handles_->device.get(), "ALC_EXT_disconnect"))
    alcGetIntegerv(handles_->device.get(), ALC_CONNECTED, 1, &connected);
  if (!connected) return false;
  const bool playing = count(AL_SOURCE_STATE) == AL_PLAYING;
  if (playing) forget_played(count(AL_BUFFERS_PROCESSED));
  const auto position = heard_ + count(AL_SAMPLE_OFFSET);
  if (!playing || position != last_position_) moved_ = Clock::now();
  last_position_ = position;
  return Clock::now() - moved_ < kStuck;
}

std::vector<std::string> sound_devices() {
  std::vector<std::string> names;
  const bool all = alcIsExtensionPresent(nullptr, "ALC_ENUMERATE_ALL_EXT") == ALC_TRUE;
  const ALCchar* list = alcGetString(nullptr, all ? ALC_ALL_DEVICES_SPECIFIER : ALC_DEVICE_SPECIFIER);
  for (; list && *list; list += std::strlen(list) + 1) names.emplace_back(list);
  return names;
}

}  // namespace panggil::sound
